// Walking over strided memory. An elementwise loop over any number of axes is a loop over
// rows: the last axis runs in a tight, vectorised loop, the other axes only move pointers.
// Neighbouring axes that lie one behind the other in memory are merged first, so two
// contiguous operands are a single long row, and a broadcast bias is a row per batch item.

/// The axes of a loop over several operands, merged as far as memory allows.
public struct RowLoop {
    /// Sizes of the outer axes, slowest first.
    private(set) var outer: [Int] = []
    /// For every operand: its strides along `outer`.
    private(set) var outerStrides: [[Int]]
    /// Length of a row.
    public private(set) var length = 1
    /// For every operand: its stride along a row.
    public private(set) var rowStrides: [Int]

    /// - Parameters:
    ///   - shape: axis sizes of the result.
    ///   - strides: for every operand one stride an axis, in elements; 0 repeats an element.
    public init(shape: [Int], strides: [[Int]]) {
        rowStrides = strides.map { _ in 1 }
        outerStrides = strides.map { _ in [] }
        var sizes: [Int] = []
        var merged: [[Int]] = strides.map { _ in [] }
        for axis in shape.indices where shape[axis] != 1 {
            let extends = !sizes.isEmpty && strides.indices.allSatisfy {
                merged[$0].last! == strides[$0][axis] * shape[axis]
            }
            if extends {
                sizes[sizes.count - 1] *= shape[axis]
                for k in strides.indices { merged[k][sizes.count - 1] = strides[k][axis] }
            } else {
                sizes.append(shape[axis])
                for k in strides.indices { merged[k].append(strides[k][axis]) }
            }
        }
        guard let last = sizes.popLast() else { return }
        length = last
        rowStrides = merged.map { $0.last! }
        outer = sizes
        outerStrides = merged.map { Array($0.dropLast()) }
    }

    /// Number of rows.
    public var rows: Int { outer.reduce(1, *) }

    /// Calls `body(offsets, start, count)` for every piece of a row, on all threads: the
    /// offset of each operand at the start of the piece, its index in the result in
    /// row-major order, and its length.
    public func forEachPiece(_ body: (UnsafePointer<Int>, _ start: Int, _ count: Int) -> Void) {
        if length == 0 || rows == 0 { return }
        if rows == 1 {
            parallelFor(length, grain: elementGrain) { range in
                let offsets = rowStrides.map { $0 * range.lowerBound }
                body(offsets, range.lowerBound, range.count)
            }
        } else {
            parallelFor(rows, grain: max(1, elementGrain / length)) { range in
                walk(range) { offsets, row in body(offsets, row * length, length) }
            }
        }
    }

    /// The rows of a range in order, with an odometer over the outer axes.
    private func walk(_ range: Range<Int>, _ body: (UnsafePointer<Int>, Int) -> Void) {
        var position = [Int](repeating: 0, count: outer.count)
        var rest = range.lowerBound
        for axis in outer.indices.reversed() {
            position[axis] = rest % outer[axis]
            rest /= outer[axis]
        }
        var offsets = outerStrides.map { zip($0, position).reduce(0) { $0 + $1.0 * $1.1 } }
        for row in range {
            body(offsets, row)
            var axis = outer.count - 1
            while axis >= 0 {
                position[axis] += 1
                for k in offsets.indices { offsets[k] += outerStrides[k][axis] }
                if position[axis] < outer[axis] { break }
                for k in offsets.indices { offsets[k] -= outerStrides[k][axis] * outer[axis] }
                position[axis] = 0
                axis -= 1
            }
        }
    }
}
