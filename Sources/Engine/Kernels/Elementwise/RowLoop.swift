// Walking over strided memory. An elementwise loop over any number of axes is a loop over
// rows: the last axis runs in a tight, vectorized loop, the other axes only move pointers.
// Neighbouring axes that follow one another in memory are merged first, so two
// contiguous operands are a single long row, and a broadcast bias is a row per batch item.

/// How far each operand (at most four) moves, in elements; lanes without an operand stay 0.
public typealias Steps = SIMD4<Int>

/// The axes of a loop over several operands, merged as far as memory allows.
public struct RowLoop {
    private struct Axis {
        var size: Int
        var steps: Steps
    }
    /// The axes around the rows, slowest first.
    private var outer: [Axis] = []
    /// Length of a row.
    public private(set) var length = 1
    /// From one element of a row to the next.
    public private(set) var rowSteps = Steps(repeating: 1)

    /// - Parameters:
    ///   - shape: axis sizes of the result.
    ///   - steps: for each axis, the stride of every operand; 0 repeats an element.
    public init(shape: [Int], steps: (_ axis: Int) -> Steps) {
        outer.reserveCapacity(shape.count)
        for axis in shape.indices where shape[axis] != 1 {
            let new = Axis(size: shape[axis], steps: steps(axis))
            if let last = outer.last, last.steps == new.steps &* new.size {
                outer[outer.count - 1] = Axis(size: last.size * new.size, steps: new.steps)
            } else {
                outer.append(new)
            }
        }
        guard let row = outer.popLast() else { return }
        (length, rowSteps) = (row.size, row.steps)
    }

    /// The same loop with a whole row as its element.
    var overRows: RowLoop {
        var loop = self
        let row = loop.outer.popLast()
        (loop.length, loop.rowSteps) = (row?.size ?? 1, row?.steps ?? Steps(repeating: 1))
        return loop
    }

    /// Number of rows.
    public var rows: Int { outer.reduce(1) { $0 * $1.size } }

    /// Calls `body(offsets, start, count)` for every piece of a row, on all threads: how far
    /// into each operand the piece starts, its index in the result in row-major order, and
    /// its length.
    public func forEachPiece(_ body: (_ offsets: Steps, _ start: Int, _ count: Int) -> Void) {
        let rows = self.rows
        if length == 0 || rows == 0 { return }
        if rows == 1 {
            parallelFor(length, grain: elementGrain) { range in
                body(rowSteps &* range.lowerBound, range.lowerBound, range.count)
            }
        } else {
            parallelFor(rows, grain: max(1, elementGrain / length)) { range in
                walk(range) { offsets, row in body(offsets, row * length, length) }
            }
        }
    }

    /// The rows of a range in order. Like an odometer: the last axis advances with every row,
    /// and when it reaches its end, it starts again and the axis before it advances.
    private func walk(_ range: Range<Int>, _ body: (_ offsets: Steps, _ row: Int) -> Void) {
        var position = [Int](repeating: 0, count: outer.count)
        var offsets = Steps(repeating: 0)
        var rest = range.lowerBound
        for place in position.indices.reversed() {
            position[place] = rest % outer[place].size
            offsets &+= outer[place].steps &* position[place]
            rest /= outer[place].size
        }
        for row in range {
            body(offsets, row)
            for place in position.indices.reversed() {
                position[place] += 1
                offsets &+= outer[place].steps
                if position[place] < outer[place].size { break }
                offsets &-= outer[place].steps &* outer[place].size
                position[place] = 0
            }
        }
    }
}
