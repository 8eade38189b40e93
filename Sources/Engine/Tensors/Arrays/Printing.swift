// # A tensor as text
//
// A vector is one line; otherwise numbers are set in columns. Long axes show their first and last entries only.
// Floats share one number of decimals, and switch to scientific notation together when they differ too much.

import Foundation

extension NDArray: CustomStringConvertible {
    public var description: String { describe(name: typeName) }

    private var typeName: String {
        switch Element.self {
        case is Int.Type: "IntTensor"
        case is UInt8.Type: "ByteTensor"
        case is Bool.Type: "BoolTensor"
        default: "NDArray<\(Element.self)>"
        }
    }

    /// The numbers as a table under a line with type and shape; a vector is on that line.
    func describe(name: String, note: String = "") -> String {
        if rank == 0 { return TensorText.format([item])[0] + note }
        let header = "\(name) \(shape)\(note)"
        if count == 0 { return header }
        let table = TensorText.table(self)
        return rank == 1 ? "\(header)  \(table.drop { $0 == " " })" : header + "\n" + table
    }
}

extension Tensor: CustomStringConvertible {
    public var description: String {
        let note = gradFn.map { " (gradFn: \($0))" } ?? (requiresGrad ? " (requires grad)" : "")
        return array.describe(name: "Tensor", note: note)
    }
}

enum TensorText {
    /// Axes longer than this show `edge` entries at either end.
    static let limit = 12
    static let edge = 3

    static func table<Element>(_ array: NDArray<Element>) -> String {
        let short = array.count > 200 || array.shape.contains { $0 > 2 * limit }
        let kept = array.shape.map {
            short && $0 > limit ? Array(0..<edge) + [-1] + Array(($0 - edge)..<$0) : Array(0..<$0)
        }
        let cells = format(pick(array, kept).map { $0 })
        let width = array.rank == 1 ? 0 : cells.map(\.count).max() ?? 0
        var next = cells.map { String(repeating: " ", count: max(width - $0.count, 0)) + $0 }[...]
        return block(kept[...], cells: &next, width: width, indent: 2)
    }

    /// The elements that are shown, row-major.
    private static func pick<Element>(_ array: NDArray<Element>, _ kept: [[Int]]) -> [Element] {
        guard let first = kept.first else { return [array.item] }
        return first.filter { $0 >= 0 }.flatMap { pick(array[$0], Array(kept.dropFirst())) }
    }

    private static func block(_ kept: ArraySlice<[Int]>, cells: inout ArraySlice<String>, width: Int, indent: Int)
        -> String
    {
        let margin = String(repeating: " ", count: indent)
        if kept.count == 1 {
            let row = kept.first!.map { $0 < 0 ? "…" : cells.popFirst()! }
            return margin + row.joined(separator: "  ")
        }
        var lines: [String] = []
        for (place, entry) in kept.first!.enumerated() {
            if entry < 0 { lines.append(margin + "…"); continue }
            if kept.count > 2 && place > 0 { lines.append("") }
            lines.append(block(kept.dropFirst(), cells: &cells, width: width, indent: indent))
        }
        return lines.joined(separator: "\n")
    }

    /// Elements as text, floats with a common number of decimals.
    static func format<Element>(_ elements: [Element]) -> [String] {
        guard let floats = elements as? [Float] else { return elements.map { "\($0)" } }
        let sizes = floats.filter { $0.isFinite && $0 != 0 }.map(\.magnitude)
        let (low, high) = (sizes.min() ?? 0, sizes.max() ?? 0)
        let pattern: String
        if floats.allSatisfy({ $0.isFinite && $0 == $0.rounded() }) && high < 1e6 {
            pattern = "%.0f."
        } else if high >= 1e6 || (high < 1e-3 && high > 0) || high / Swift.max(low, .leastNormalMagnitude) > 1e8 {
            pattern = "%.4e"
        } else {
            pattern = "%.4f"
        }
        // (The sign of a NaN means nothing, but Linux prints it.)
        return floats.map { $0.isFinite ? String(format: pattern, Double($0)) : $0.isNaN ? "nan" : "\($0)" }
    }
}
