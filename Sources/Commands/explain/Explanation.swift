// From an expression to its steps, in the order in which they are computed, until one fails.

import Common

/// One operation: what it does to shapes, or why it cannot.
struct Step: Equatable {
    /// "[64, 28, 28] - [28]"
    let title: String
    /// The shapes axis by axis.
    var picture = ""
    /// What happens to single axes.
    var remarks: [String] = []
    /// The shape that comes out; nil if none does.
    var result: [Int]?
    /// Why not, and what would help.
    var problem = ""
    var advice: [String] = []
}

/// The steps of an expression.
struct Explanation {
    private(set) var steps: [Step] = []
    /// The shape that comes out in the end; nil if a step fails.
    private(set) var shape: [Int]?

    init(of expression: ShapeExpression) throws {
        shape = try value(of: expression)
        if steps.isEmpty { steps = [Step(title: "\(shape ?? [])", result: shape)] }
    }

    private mutating func value(of expression: ShapeExpression) throws -> [Int]? {
        switch expression {
        case .shape(let shape): return shape
        case .binary(let operation, let left, let right):
            guard let a = try value(of: left), let b = try value(of: right) else { return nil }
            return add(operation == .product ? product(a, b) : broadcast(a, operation.rawValue, b))
        case .method(let name, let numbers, let operand):
            guard let shape = try value(of: operand) else { return nil }
            return add(try method(name, numbers, of: shape))
        }
    }

    private mutating func add(_ step: Step) -> [Int]? {
        steps.append(step)
        return step.result
    }
}

/// A method of one tensor.
/// - Throws: `Refusal` for one that we do not know, or with the wrong number of numbers.
private func method(_ name: String, _ numbers: [Int], of shape: [Int]) throws -> Step {
    switch (name, numbers.count) {
    case ("T", 0), ("transposed", 0): return transposed(shape)
    case ("sum", 0), ("mean", 0):
        return Step(title: "\(shape).\(name)()", remarks: ["over all axes"], result: [])
    case ("sum", _), ("mean", _): return reduced(shape, name, numbers)
    case ("unsqueezed", 1): return unsqueezed(shape, numbers[0])
    case ("reshaped", 1...): return reshaped(shape, numbers)
    default:
        throw Refusal(
            "expected .T, .sum(axis), .mean(axis), .unsqueezed(axis) or .reshaped(lengths), found .\(name)"
                + (numbers.isEmpty ? "" : "(\(numbers.map(String.init).joined(separator: ", ")))"))
    }
}

private func transposed(_ shape: [Int]) -> Step {
    let title = "\(shape).T"
    guard shape.count >= 2 else {
        let problem = "there are no two axes to exchange"
        return Step(title: title, problem: problem, advice: ["unsqueezed(0), which makes a row"])
    }
    var result = shape
    result.swapAt(shape.count - 1, shape.count - 2)
    return Step(title: title, remarks: ["the last two axes change places"], result: result)
}

private func reduced(_ shape: [Int], _ name: String, _ axes: [Int]) -> Step {
    let title = "\(shape).\(name)(\(axes.map(String.init).joined(separator: ", ")))"
    let places = axes.map { $0 < 0 ? $0 + shape.count : $0 }
    guard places.allSatisfy(shape.indices.contains) else { return noAxis(title, shape) }
    let gone = Set(places)
    guard gone.count == places.count else {
        let call = "\(name)(\(gone.sorted().map(String.init).joined(separator: ", ")))"
        let fromEnd = zip(axes, places).first { axis, _ in axis < 0 }.map { "; \($0) is axis \($1)" } ?? ""
        return Step(title: title, problem: "an axis occurs twice", advice: ["\(call): each axis once\(fromEnd)"])
    }
    return Step(
        title: title, remarks: places.map { "axis \($0), of length \(shape[$0]), goes" },
        result: shape.indices.filter { !gone.contains($0) }.map { shape[$0] })
}

private func unsqueezed(_ shape: [Int], _ axis: Int) -> Step {
    let place = axis < 0 ? axis + shape.count + 1 : axis
    guard (0...shape.count).contains(place) else { return noAxis("\(shape).unsqueezed(\(axis))", shape + [1]) }
    var result = shape
    result.insert(1, at: place)
    return Step(title: "\(shape).unsqueezed(\(axis))", remarks: ["a new axis \(place), of length 1"], result: result)
}

private func noAxis(_ title: String, _ shape: [Int]) -> Step {
    let axes = "axes from 0 to \(shape.count - 1), or from \(-shape.count) to -1"
    let advice = shape.isEmpty ? "a single number has no axes" : axes
    return Step(title: title, problem: "there is no such axis", advice: [advice])
}

private func reshaped(_ shape: [Int], _ lengths: [Int]) -> Step {
    let title = "\(shape).reshaped(\(lengths.map(String.init).joined(separator: ", ")))"
    guard let count = numberCount(shape), let known = numberCount(lengths.filter { $0 != -1 }) else {
        let problem = "these are more numbers than a machine can count"
        return Step(title: title, problem: problem, advice: ["shorter axes"])
    }
    let isOpen = lengths.count { $0 == -1 } == 1 && known > 0 && count % known == 0
    let result = isOpen ? lengths.map { $0 == -1 ? count / known : $0 } : lengths
    if result.allSatisfy({ $0 >= 0 }), numberCount(result) == count {
        return Step(title: title, remarks: isOpen ? ["-1 becomes \(count / known)"] : [], result: result)
    }
    return Step(
        title: title, problem: "\(counted(count, "number")) do not fill it",
        advice: ["lengths whose product is \(count), at most one of them -1"])
}

/// How many numbers a tensor of a shape has; nil for more than a machine can count.
func numberCount(_ shape: [Int]) -> Int? {
    if shape.contains(0) { return 0 }
    var count = 1
    for length in shape {
        let (product, overflow) = count.multipliedReportingOverflow(by: length)
        if overflow { return nil }
        count = product
    }
    return count
}
