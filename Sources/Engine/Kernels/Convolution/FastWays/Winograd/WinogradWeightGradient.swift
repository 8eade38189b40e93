// # Winograd's shortcut, back to the weights
//
// Forward, a tile of outputs is Aᵀ [(G g Gᵀ) · (Bᵀ d B)] A, the products taken place by place. The rules of
// differentiation turn that around:
//
//     dg = Gᵀ [Σ over all tiles of (A dy Aᵀ) · (Bᵀ d B)] G
//
// The 16 sums of products are matrix products again, which sum over the tiles: 16 multiplications
// instead of 36.

/// Tiles whose sums make one panel.
private let panelTiles = 32

/// dw from x and dy; the parameters are those of ``convolutionWeightGradient``.
func weightGradientByWinograd(
    _ shape: ConvolutionShape, _ dw: UnsafeMutablePointer<Float>, _ x: UnsafePointer<Float>, _ dy: UnsafePointer<Float>
) {
    sumPieces(GradientGrid(tilesOf: shape), shape, dw) { piece, sums in
        WinogradGradientBlock(shape, piece).run(x, dy) { $0.store($1, to: sums) }
    }
}

/// One job of the weight gradient, as in UnfoldedWeightGradient.swift; the pixels of its piece are tiles.
struct WinogradGradientBlock {
    private let inputs: ConvolutionShape
    private let outputs: ConvolutionShape
    private let piece: GradientPiece
    private let tile = RegisterTile.best
    /// Tiles of filters and panels of channels.
    private let tiles: Int
    private let panels: Int

    init(_ shape: ConvolutionShape, _ piece: GradientPiece) {
        (inputs, outputs, self.piece) = (shape.winogradTiles, shape.winogradOutputs, piece)
        tiles = dividedUp(piece.filters.count, by: tile.rows)
        panels = dividedUp(piece.channels.count, by: tile.columns)
    }

    /// Filters and channels, with those that pad the last tile and the last panel.
    private var rows: Int { tiles * tile.rows }
    private var columns: Int { panels * tile.columns }

    /// Calls `body` with the products: [16 places][panel][tile][tile rows][tile columns].
    func run(
        _ x: UnsafePointer<Float>, _ dy: UnsafePointer<Float>,
        _ body: (WinogradGradientBlock, UnsafePointer<Float>) -> Void
    ) {
        let blocks = dividedUp(piece.pixels.count, by: panelTiles)
        let size = 16 * rows * columns
        withScratch(size + 16 * panelTiles * (rows + columns)) { products in
            let slopes = products + size
            let sums = slopes + 16 * panelTiles * rows
            for block in 0..<blocks {
                let part = evenly(piece.pixels.count, in: blocks, block)
                let start = piece.pixels.lowerBound
                let range = start + part.lowerBound..<start + part.upperBound
                pack(
                    sums, x, PatchRows(inputs, pixels: range), inputs.groupChannels, piece.channels, step: tile.columns
                ) {
                    tile.sumInput($0, $1, taps: $2, panels: panels, pixels: part.count)
                }
                pack(
                    slopes, dy, PatchRows(outputs, pixels: range), outputs.groupChannels, piece.filters, step: tile.rows
                ) {
                    tile.spreadOutput($0, $1, taps: $2, tiles: tiles, pixels: part.count)
                }
                multiply(part.count, slopes, sums, into: products, adding: block > 0)
            }
            body(self, products)
        }
    }

    /// Stages some channels of the rows under some tiles, and calls `transform` for every tile, with where its
    /// sums go, where its patch begins, and how far from there each of its pixels is.
    ///
    /// - Parameter step: from one tile's sums to the next's.
    private func pack(
        _ out: UnsafeMutablePointer<Float>, _ x: UnsafePointer<Float>, _ rows: PatchRows, _ groupChannels: Int,
        _ channels: Range<Int>, step: Int,
        _ transform: (UnsafeMutablePointer<Float>, UnsafePointer<Float>, UnsafePointer<Int>) -> Void
    ) {
        let first = piece.group * groupChannels + channels.lowerBound
        let room = dividedUp(channels.count, by: step) * step
        let taps = rows.offsets.map { $0 * room }
        withScratch(rows.size * room) { stage in
            if room > channels.count { stage.update(repeating: 0, count: rows.size * room) }
            rows.stageByPixel(stage, x, channels: first..<first + channels.count, stride: room)
            for run in rows.runs {
                for i in 0..<run.count {
                    transform(out + (run.start + i) * step, stage + (run.row * rows.width + run.x + i) * room, taps)
                }
            }
        }
    }

    private func multiply(
        _ pixels: Int, _ slopes: UnsafePointer<Float>, _ sums: UnsafePointer<Float>,
        into products: UnsafeMutablePointer<Float>, adding: Bool
    ) {
        var to = products
        for place in 0..<16 {
            for panel in 0..<panels {
                let sums = sums + (place * panels + panel) * pixels * tile.columns
                for number in 0..<tiles {
                    let slopes = slopes + (place * tiles + number) * pixels * tile.rows
                    tile.multiply(depth: pixels, slopes, sums, into: to, adding: adding)
                    to += tile.rows * tile.columns
                }
            }
        }
    }

    /// Gᵀ m G of every filter and channel, to its place in [filters, channels of a group, 3, 3].
    func store(_ products: UnsafePointer<Float>, to dw: UnsafeMutablePointer<Float>) {
        let step = panels * tiles * tile.rows * tile.columns
        for row in 0..<piece.filters.count {
            let filter = piece.group * outputs.groupChannels + piece.filters.lowerBound + row
            let to = dw + (filter * inputs.groupChannels + piece.channels.lowerBound) * 9
            for channel in 0..<piece.channels.count {
                let panel = channel / tile.columns * tiles * tile.rows
                gather(to + channel * 9, products + ((panel + row) * tile.columns + channel % tile.columns), step)
            }
        }
    }

    /// Gᵀ m G with Gᵀ = 1 ½ ½ 0, 0 ½ -½ 0, 0 ½ ½ 1: along the columns, then along the rows.
    private func gather(_ dw: UnsafeMutablePointer<Float>, _ m: UnsafePointer<Float>, _ step: Int) {
        func narrowed(_ a: Float, _ b: Float, _ c: Float, _ d: Float) -> (Float, Float, Float) {
            let (half, difference) = (0.5 * (b + c), 0.5 * (b - c))
            return (a + half, difference, half + d)
        }
        func column(_ j: Int) -> (Float, Float, Float) {
            let m = m + j * step
            return narrowed(m[0], m[4 * step], m[8 * step], m[12 * step])
        }
        let (a, b, c, d) = (column(0), column(1), column(2), column(3))
        (dw[0], dw[1], dw[2]) = narrowed(a.0, b.0, c.0, d.0)
        (dw[3], dw[4], dw[5]) = narrowed(a.1, b.1, c.1, d.1)
        (dw[6], dw[7], dw[8]) = narrowed(a.2, b.2, c.2, d.2)
    }
}
