// The inputs of Winograd's products: for some tiles of 6×6, Bᵀ d B in all channels.

struct WinogradInputs {
    private let rows: PatchRows
    private let tile = RegisterTile.best
    /// What vectors and chunks write and read beyond the end of a line.
    private static let slack = 48

    /// - Parameters:
    ///   - tiles: the convolution whose patches are the inputs of the tiles.
    ///   - pixels: of its output: the tiles that are wanted, at most as many as a panel has columns.
    init(_ tiles: ConvolutionShape, pixels: Range<Int>) {
        rows = PatchRows(tiles, pixels: pixels, sorted: false)
    }

    var runs: [PatchRows.Run] { rows.runs }

    /// Makes the sums [36 places][channel][tile columns], the places `stride` floats apart.
    ///
    /// - Parameter channels: numbered across all groups.
    func sum(_ sums: UnsafeMutablePointer<Float>, stride: Int, _ x: UnsafePointer<Float>, channels: Range<Int>) {
        let (stageRoom, lineRoom) = (rows.size + WinogradInputs.slack, 4 * tile.columns + WinogradInputs.slack)
        withScratch(stageRoom + 12 * lineRoom) { stage in
            stage.update(repeating: 0, count: stageRoom + 12 * lineRoom)
            var to = sums
            for channel in channels {
                rows.stage(stage, x, channel: channel)
                let lines = stage + stageRoom
                switch tile.vector {
                case .sixteen: sum(to, stride, stage, lines, lineRoom, SIMD16<Float>.self)
                case .eight: sum(to, stride, stage, lines, lineRoom, SIMD8<Float>.self)
                case .four: sum(to, stride, stage, lines, lineRoom, SIMD4<Float>.self)
                }
                to += tile.columns
            }
        }
    }

    /// One channel of a panel. Along the columns of the tiles, the sums are formed where the rows of the image are;
    /// tiles side by side share them. Then every fourth number is the same place of another tile.
    ///
    /// - Parameter lines: twice six rows: the first four columns of every tile, and the last two (with those of the next
    ///   tile, or with anything, behind them).
    @inline(__always)
    private func sum<Vector: HalvedVector>(
        _ out: UnsafeMutablePointer<Float>, _ stride: Int, _ stage: UnsafePointer<Float>,
        _ lines: UnsafeMutablePointer<Float>, _ lineRoom: Int, _: Vector.Type
    ) {
        let (first, last) = (lines, lines + 6 * lineRoom)
        for run in rows.runs {
            let (from, to) = (stage + (run.row * rows.width + 4 * run.x), 4 * run.start)
            for x in Swift.stride(from: 0, to: 4 * run.count + 2, by: Vector.scalarCount) {
                put(WinogradSums<Vector>.ofInputs(six(from + x, rows.width)), to: first + (to + x), lineRoom)
            }
            for row in 0..<6 {
                let line = row * lineRoom + to
                copyChunks(last + line, first + (line + 4), 4 * run.count)
            }
        }
        for start in Swift.stride(from: 0, to: tile.columns, by: Vector.scalarCount) {
            for row in 0..<6 {
                let line = row * lineRoom + 4 * start
                let (left, right) = (Vector.fours(at: first + line), Vector.fours(at: last + line))
                let sums = WinogradSums<Vector>.ofInputs((left.0, left.1, left.2, left.3, right.0, right.1))
                put(sums, to: out + (6 * row * stride + start), stride)
            }
        }
    }
}
