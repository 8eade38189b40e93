// Values as a reader would write them in a call, so that a message can be copied into a page and tried.

import Common
import Tensors

/// "f(from: 1, 2)" for the name "f(from:_:)" and its arguments.
func writtenCall(of name: String, _ arguments: [String]) -> String {
    let labels = name.drop { $0 != "(" }.dropFirst().dropLast().split(separator: ":")
    let labelled = zip(labels, arguments).map { label, argument in label == "_" ? argument : "\(label): \(argument)" }
    return "\(name.prefix { $0 != "(" })(\(labelled.joined(separator: ", ")))"
}

/// A value as it is written in code. One that would be long is described by its type and size.
func written(_ value: Any) -> String {
    switch value {
    case let tensor as Tensor: written(tensor.scalars, tensor.shape, "Tensor")
    case let tensor as IntTensor: written(tensor.scalars, tensor.shape, "IntTensor")
    case let tensor as ByteTensor: written(tensor.scalars, tensor.shape, "ByteTensor")
    case let number as Float: written(number)
    case let text as String: String(reflecting: text)
    case let list as [Any]: written(list)
    default: writtenOptional(value) ?? "\(value)"
    }
}

/// An optional as its literal: 2 or nil, not Optional(2). Nil for what is no optional.
private func writtenOptional(_ value: Any) -> String? {
    let mirror = Mirror(reflecting: value)
    guard mirror.displayStyle == .optional else { return nil }
    return mirror.children.first.map { written($0.value) } ?? "nil"
}

/// 4 and not 4.0, since a literal needs no point.
private func written(_ number: Float) -> String {
    "\(number)".hasSuffix(".0") ? "\("\(number)".dropLast(2))" : "\(number)"
}

private let longest = 90

/// Whether a text fits into a line. What has no short form of its own, such as a tuple of tensors, has several.
private func isShort(_ text: String) -> Bool { text.count <= longest && !text.contains("\n") }

private func written(_ list: [Any]) -> String {
    let text = "[\(list.prefix(longest).map(written).joined(separator: ", "))]"
    if isShort(text) { return text }
    let first = list.prefix(8).map(written).joined(separator: ", ")
    return isShort(first) ? "[\(first), … \(list.count) values]" : "[\(counted(list.count, "value"))]"
}

/// Numbers in nested brackets, as the shape has them.
private func written(_ numbers: [some Any], _ shape: [Int], _ type: String) -> String {
    guard numbers.count <= longest else { return "\(type) \(shape)" }
    func nested(_ numbers: ArraySlice<some Any>, _ shape: ArraySlice<Int>) -> String {
        guard let size = shape.first else { return numbers.first.map(written) ?? "" }
        let step = size == 0 ? 0 : numbers.count / size
        let parts = (0..<size).map { index in
            let start = numbers.startIndex + index * step
            return nested(numbers[start..<start + step], shape.dropFirst())
        }
        return "[\(parts.joined(separator: ", "))]"
    }
    let text = nested(numbers[...], shape[...])
    return text.count <= longest ? text : "\(type) \(shape)"
}
