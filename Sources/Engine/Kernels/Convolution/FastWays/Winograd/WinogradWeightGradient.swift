// # Winograd's shortcut, back to the weights
//
// Forward, a tile of outputs is Aᵀ [(G g Gᵀ) · (Bᵀ d B)] A, the products taken place by place. The rules of
// differentiation turn that around:
//
//     dg = Gᵀ [Σ over all tiles of (A dy Aᵀ) · (Bᵀ d B)] G
//
// The 36 sums of products are matrix products again, which sum over the tiles: 36 multiplications
// instead of 144.

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
    /// Floats from one place to the next, of the sums and the slopes of so many tiles, and of the products.
    private func sumStride(_ count: Int) -> Int { count * columns + winogradSpare }
    private func slopeStride(_ count: Int) -> Int { count * rows + winogradSpare }
    private var productStride: Int { rows * columns + winogradSpare }

    /// Calls `body` with the products: [36 places][panel][tile][tile rows][tile columns].
    func run(
        _ x: UnsafePointer<Float>, _ dy: UnsafePointer<Float>,
        _ body: (WinogradGradientBlock, UnsafePointer<Float>) -> Void
    ) {
        let blocks = dividedUp(piece.pixels.count, by: panelTiles)
        withScratch(36 * (productStride + slopeStride(panelTiles) + sumStride(panelTiles))) { products in
            let slopes = products + 36 * productStride
            let sums = slopes + 36 * slopeStride(panelTiles)
            for block in 0..<blocks {
                let part = evenly(piece.pixels.count, in: blocks, block)
                let start = piece.pixels.lowerBound
                let range = start + part.lowerBound..<start + part.upperBound
                let inputRows = PatchRows(inputs, pixels: range, sorted: false)
                pack(sums, x, inputRows, inputs.groupChannels, piece.channels, step: tile.columns) {
                    tile.sumInput($0, stride: sumStride(part.count), $1, taps: $2, panels: panels, pixels: part.count)
                }
                let outputRows = PatchRows(outputs, pixels: range, sorted: false)
                pack(slopes, dy, outputRows, outputs.groupChannels, piece.filters, step: tile.rows) {
                    let stride = slopeStride(part.count)
                    tile.spreadOutput($0, stride: stride, $1, taps: $2, tiles: tiles, pixels: part.count)
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
                    let first = run.row * rows.width + 4 * (run.x + i)
                    transform(out + (run.start + i) * step, stage + first * room, taps)
                }
            }
        }
    }

    private func multiply(
        _ pixels: Int, _ slopes: UnsafePointer<Float>, _ sums: UnsafePointer<Float>,
        into products: UnsafeMutablePointer<Float>, adding: Bool
    ) {
        for place in 0..<36 {
            var to = products + place * productStride
            for panel in 0..<panels {
                let sums = sums + (place * sumStride(pixels) + panel * pixels * tile.columns)
                for number in 0..<tiles {
                    let slopes = slopes + (place * slopeStride(pixels) + number * pixels * tile.rows)
                    tile.multiply(depth: pixels, slopes, sums, into: to, adding: adding)
                    to += tile.rows * tile.columns
                }
            }
        }
    }

    /// Gᵀ f G of every filter and channel, to its place in [filters, channels of a group, 3, 3].
    func store(_ products: UnsafePointer<Float>, to dw: UnsafeMutablePointer<Float>) {
        if tile.rows == 8 {
            store(products, to: dw, SIMD8<Float>.self)
        } else {
            store(products, to: dw, SIMD4<Float>.self)
        }
    }

    /// As many channels at a time as a vector has room for; a tile's columns are filled by whole vectors.
    @inline(__always)
    private func store<Vector: SIMD<Float>>(
        _ products: UnsafePointer<Float>, to dw: UnsafeMutablePointer<Float>, _: Vector.Type
    ) {
        let step = productStride
        for row in 0..<piece.filters.count {
            let filter = piece.group * outputs.groupChannels + piece.filters.lowerBound + row
            let to = dw + (filter * inputs.groupChannels + piece.channels.lowerBound) * 9
            for channel in stride(from: 0, to: piece.channels.count, by: Vector.scalarCount) {
                let panel = channel / tile.columns * tiles * tile.rows
                let m = products + ((panel + row) * tile.columns + channel % tile.columns)
                let to = to + channel * 9
                let count = min(Vector.scalarCount, piece.channels.count - channel)
                WinogradSums<Vector>.ofFactors {
                    six(m + $0 * step, 6 * step)
                } _: { i, row in
                    for k in 0..<count {
                        let to = to + (9 * k + 3 * i)
                        (to[0], to[1], to[2]) = (row.0[k], row.1[k], row.2[k])
                    }
                }
            }
        }
    }
}
