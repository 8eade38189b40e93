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
    /// Tile after tile, and in each of them all its rows at the first step, then at the second, and so on.
    private let packed: UnsafePointer<Float>?

    /// - Parameters:
    ///   - a: [rows, depth]
    ///   - tiles: how many tiles share all its rows.
    ///   - job: the tiles that are wanted.
    ///   - steps: the columns that are wanted.
    ///   - room: where to lay them out, if they are to be: a float for every row and step of the job, which must stay
    ///     as long as the rows are used.
    init(
        _ a: MatrixView, rows: Int, tiles: Int, job: Range<Int>, steps: Range<Int>, room: UnsafeMutablePointer<Float>?
    ) {
        (self.a, self.rows, self.tiles, self.steps) = (a, rows, tiles, steps)
        firstRow = evenly(rows, in: tiles, job.lowerBound).lowerBound
        packed = UnsafePointer(room)
        guard let room else { return }
        // Eight steps of all tiles, then the next eight: neighbours find their numbers in the same lines of the cache,
        // which would be gone after all steps of a tile.
        for first in stride(from: 0, to: steps.count, by: 8) {
            let some = first..<min(first + 8, steps.count)
            for tile in job {
                let rows = evenly(rows, in: tiles, tile)
                copy(rows, some, to: room + (rows.lowerBound - firstRow) * steps.count)
            }
        }
    }

    /// Whether to lay out the rows of a [rows, ..] for so many panels. Copying takes eight at a time, which must be
    /// there.
    static func pays(_ a: MatrixView, rows: Int, panels: Int) -> Bool { !a.isDenseByRow && rows >= 8 && panels >= 5 }

    /// The rows of a tile.
    @inline(__always)
    func tile(_ rows: Range<Int>) -> TileRows {
        if let packed {
            let base = packed + (rows.lowerBound - firstRow) * steps.count
            return TileRows(base: base, rowStride: 1, columnStride: rows.count)
        }
        let a = a.from(row: rows.lowerBound).from(column: steps.lowerBound)
        return TileRows(base: a.base, rowStride: a.rowStride, columnStride: a.columnStride)
    }

    /// Columns are dense: eight rows at a time, of which a narrower tile's next step overwrites what it does not want.
    ///
    /// - Parameters:
    ///   - some: steps, counted from the job's first.
    ///   - to: where the tile begins.
    private func copy(_ rows: Range<Int>, _ some: Range<Int>, to: UnsafeMutablePointer<Float>) {
        var from = a.from(row: rows.lowerBound).from(column: steps.lowerBound + some.lowerBound).base
        var to = to + some.lowerBound * rows.count
        let isEnd = some.upperBound == steps.count
        for _ in 0..<(isEnd ? some.count - 1 : some.count) {
            let eight: SIMD8<Float> = load(from)
            store(eight, to: to)
            from += a.columnStride
            to += rows.count
        }
        if isEnd { for row in 0..<rows.count { to[row] = from[row] } }
    }
}
