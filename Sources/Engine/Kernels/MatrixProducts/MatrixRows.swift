// # Rows: the left operand, where it is or laid out for the tile
//
// At every step a tile reads one number of each of its rows. Where the rows of a are dense, these come from eight lines
// of the cache, which serve the next fifteen steps as well. Where its columns are dense, as in the gradient of a
// weight, xᵀ · g, the eight numbers lie side by side, but the next step finds them a whole row of x further on, soon on
// another page of memory; and every tile goes through all these pages once for each panel. So a job with several panels
// copies its rows first, in the order in which tiles read them.

/// The rows of a in the tiles of a job, at some steps.
struct MatrixRows {
    private let a: MatrixView
    private let rows, tiles: Int
    private let firstRow: Int
    private let steps: Range<Int>
    /// All rows of the job at the first step, then at the second, and so on.
    private let packed: UnsafePointer<Float>?
    /// From step to step.
    private let stride: Int

    /// - Parameters:
    ///   - a: [rows, depth]
    ///   - tiles: how many tiles share all its rows.
    ///   - job: the tiles that are wanted.
    ///   - steps: the columns that are wanted.
    ///   - room: where to lay them out, if they are to be: as many floats as `room(_:steps:)` says, which must stay as
    ///     long as the rows are used.
    init(
        _ a: MatrixView, rows: Int, tiles: Int, job: Range<Int>, steps: Range<Int>, room: UnsafeMutablePointer<Float>?
    ) {
        (self.a, self.rows, self.tiles, self.steps) = (a, rows, tiles, steps)
        firstRow = evenly(rows, in: tiles, job.lowerBound).lowerBound
        let count = evenly(rows, in: tiles, job.upperBound - 1).upperBound - firstRow
        (packed, stride) = (UnsafePointer(room), Self.stride(count))
        if let room { copy(count, to: room) }
    }

    /// Floats of room for so many rows and steps.
    static func room(_ rows: Int, steps: Int) -> Int { stride(rows) * steps }

    /// Whole lines of the cache, an odd number of them: then steps do not begin at the same places of a page.
    private static func stride(_ rows: Int) -> Int { (dividedUp(rows, by: 16) | 1) * 16 }

    /// Whether to lay out the rows of a for so many panels. (For fewer, reading them where they are costs less.)
    static func pays(_ a: MatrixView, panels: Int) -> Bool { !a.isDenseByRow && panels >= fewestPanels }
    static let fewestPanels = 4

    /// The rows of a tile.
    @inline(__always)
    func tile(_ rows: Range<Int>) -> TileRows {
        if let packed {
            return TileRows(base: packed + rows.lowerBound - firstRow, rowStride: 1, columnStride: stride)
        }
        let a = a.from(row: rows.lowerBound).from(column: steps.lowerBound)
        return TileRows(base: a.base, rowStride: a.rowStride, columnStride: a.columnStride)
    }

    /// Columns are dense: all rows of a step lie side by side.
    private func copy(_ count: Int, to room: UnsafeMutablePointer<Float>) {
        var (from, to) = (a.from(row: firstRow).from(column: steps.lowerBound).base, room)
        for _ in steps {
            for row in Swift.stride(from: 0, to: count - 15, by: 16) { store(load(from + row), to: to + row) }
            // The last sixteen, some of them once more.
            if count >= 16 {
                store(load(from + count - 16), to: to + count - 16)
            } else {
                for row in 0..<count { to[row] = from[row] }
            }
            from += a.columnStride
            to += stride
        }
    }
}
