// # How two shapes align, as a picture
//
//     left    64  28  28
//     right       28  10
//     result  64  28   ✗
//
// Errors show this picture; so does `print(BroadcastAlignment([64, 28, 28], [28, 10]))`.

/// Two shapes laid over one another, aligned at the right, axis by axis.
public struct BroadcastAlignment: Sendable, CustomStringConvertible {
    /// One axis of both shapes.
    public struct Axis: Sendable {
        /// The axis's length; nil where a shape has no such axis.
        public let left, right: Int?

        /// The length of the result's axis; nil if the two are not compatible.
        public var result: Int? { broadcastLength(left ?? 1, right ?? 1) }
    }

    /// From the first axis to the last.
    public let axes: [Axis]

    public init(_ left: [Int], _ right: [Int]) {
        let rank = max(left.count, right.count)
        axes = (0..<rank).map { place in
            let (l, r) = (place - (rank - left.count), place - (rank - right.count))
            return Axis(left: l < 0 ? nil : left[l], right: r < 0 ? nil : right[r])
        }
    }

    /// The shape of the result; nil if an axis fails.
    public var shape: [Int]? {
        let lengths = axes.compactMap(\.result)
        return lengths.count == axes.count ? lengths : nil
    }

    /// The last axis that fails, counted from the end: -1 is the last one of all.
    public var failingAxis: Int? { axes.lastIndex { $0.result == nil }.map { $0 - axes.count } }

    /// Both shapes and the result in columns; ✗ marks an axis that fails.
    public var description: String {
        let rows = [
            ("left", axes.map { $0.left.map(String.init) ?? "" }),
            ("right", axes.map { $0.right.map(String.init) ?? "" }),
            ("result", axes.map { $0.result.map(String.init) ?? "✗" }),
        ]
        let width = rows.flatMap(\.1).map(\.count).max() ?? 0
        return rows.map { name, cells in
            let columns = cells.map { String(repeating: " ", count: width - $0.count) + $0 }
            let line = name + String(repeating: " ", count: 6 - name.count) + "  " + columns.joined(separator: "  ")
            return String(line.reversed().drop { $0 == " " }.reversed())
        }.joined(separator: "\n")
    }
}
