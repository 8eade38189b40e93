// # Back through a convolution, to its weights
//
// dw[f, c, i, j] = Σ over all pixels of dy[f, pixel] · (what tap (i, j) sees of channel c from there)
//
// Again a matrix product, now summed over the pixels. Both operands are needed pixel by pixel: dy with
// the filters side by side, and the input with the channels side by side. A job
// stages some channels of a few rows in that order; the patch of a pixel is then made of long runs.

/// Pixels whose patches make one panel.
private let panelPixels = 128

/// dw from x and dy; the parameters are those of ``convolutionWeightGradient``.
func weightGradientUnfolded(
    _ shape: ConvolutionShape, _ dw: UnsafeMutablePointer<Float>, _ x: UnsafePointer<Float>, _ dy: UnsafePointer<Float>
) {
    sumPieces(GradientGrid(shape), shape, dw) { piece, sums in
        WeightGradientBlock(shape, piece).run(x, dy) { $0.store($1, to: sums) }
    }
}

/// One job: its operands, pixel by pixel, and where its results go.
private struct WeightGradientBlock {
    private let shape: ConvolutionShape
    private let piece: GradientPiece
    private let tile = RegisterTile.best
    private let tiles: Int
    private let panels: Int
    /// A part of a patch: where in its panel it belongs, where in the stage it is.
    private struct Run {
        var to: Int
        var from: Int
        var count: Int
    }

    init(_ shape: ConvolutionShape, _ piece: GradientPiece) {
        (self.shape, self.piece) = (shape, piece)
        tiles = dividedUp(piece.filters.count, by: tile.rows)
        panels = dividedUp(piece.channels.count * shape.taps, by: tile.columns)
    }

    /// Calls `body` with the results: [panel][tile][tile rows][tile columns].
    func run(
        _ x: UnsafePointer<Float>, _ dy: UnsafePointer<Float>,
        _ body: (WeightGradientBlock, UnsafePointer<Float>) -> Void
    ) {
        let blocks = dividedUp(piece.pixels.count, by: panelPixels)
        let size = panels * tiles * tile.rows * tile.columns
        withScratch(size) { result in
            withScratch(tiles * tile.rows * panelPixels) { slopes in
                withScratch(panels * tile.columns * panelPixels + PatchPanels.chunk) { patches in
                    for block in 0..<blocks {
                        let part = evenly(piece.pixels.count, in: blocks, block)
                        let start = piece.pixels.lowerBound
                        let rows = PatchRows(shape, pixels: start + part.lowerBound..<start + part.upperBound)
                        packSlopes(slopes, dy, rows, pixels: part.count)
                        packPatches(patches, x, rows, pixels: part.count)
                        multiply(part.count, slopes, patches, into: result, adding: block > 0)
                    }
                }
            }
            body(self, result)
        }
    }

    private func multiply(
        _ pixels: Int, _ slopes: UnsafePointer<Float>, _ patches: UnsafePointer<Float>,
        into result: UnsafeMutablePointer<Float>, adding: Bool
    ) {
        var to = result
        for panel in 0..<panels {
            for number in 0..<tiles {
                tile.multiply(
                    depth: pixels, slopes + number * pixels * tile.rows, patches + panel * pixels * tile.columns,
                    into: to, adding: adding)
                to += tile.rows * tile.columns
            }
        }
    }

    /// dy as [tile][pixel][filter of the tile]
    private func packSlopes(
        _ out: UnsafeMutablePointer<Float>, _ dy: UnsafePointer<Float>, _ rows: PatchRows, pixels: Int
    ) {
        let plane = shape.output.count
        for number in 0..<tiles {
            let filters = number * tile.rows..<min((number + 1) * tile.rows, piece.filters.count)
            let out = out + number * pixels * tile.rows
            let first = piece.group * shape.groupFilters + piece.filters.lowerBound + filters.lowerBound
            if filters.count < tile.rows { out.update(repeating: 0, count: pixels * tile.rows) }
            for run in rows.runs {
                let from = dy + ((run.image * shape.filters + first) * plane + run.y * shape.output.width + run.x)
                transpose(out + run.start * tile.rows, stride: tile.rows, from, plane, rows: filters.count, run.count)
            }
        }
    }

    /// The patches as [panel][pixel][i, j, channel]
    private func packPatches(
        _ out: UnsafeMutablePointer<Float>, _ x: UnsafePointer<Float>, _ rows: PatchRows, pixels: Int
    ) {
        let channels = piece.channels.count
        let panelRuns = self.runs(rows)
        withScratch(rows.size * channels + PatchPanels.chunk) { stage in
            let first = piece.group * shape.groupChannels + piece.channels.lowerBound
            rows.stageByPixel(stage, x, channels: first..<first + channels, stride: channels)
            var to = out
            for runs in panelRuns {
                runs.withUnsafeBufferPointer { runs in
                    for row in rows.runs {
                        var from = stage + (row.row * rows.width + row.x) * channels
                        for _ in 0..<row.count {
                            for run in runs { copyChunks(to + run.to, from + run.from, run.count) }
                            to += tile.columns
                            from += channels
                        }
                    }
                }
            }
        }
    }

    /// The parts of a patch that are side by side in the stage, for each panel.
    private func runs(_ rows: PatchRows) -> [[Run]] {
        let channels = piece.channels.count
        var runs: [[Run]] = Array(repeating: [], count: panels)
        for tap in 0..<shape.taps {
            var (place, rest) = (tap * channels, channels)
            var from = rows.offset(tap / shape.kernel.width, tap % shape.kernel.width) * channels
            while rest > 0 {
                let (panel, column) = (place / tile.columns, place % tile.columns)
                let count = min(rest, tile.columns - column)
                if let last = runs[panel].last, last.from + last.count == from {
                    runs[panel][runs[panel].count - 1].count += count
                } else {
                    runs[panel].append(Run(to: column, from: from, count: count))
                }
                (place, from, rest) = (place + count, from + count, rest - count)
            }
        }
        return runs
    }

    /// Writes the results to their places in [filters, channels of a group, kernel height, kernel width].
    func store(_ result: UnsafePointer<Float>, to dw: UnsafeMutablePointer<Float>) {
        let (channels, taps) = (piece.channels.count, shape.taps)
        for row in 0..<piece.filters.count {
            let filter = piece.group * shape.groupFilters + piece.filters.lowerBound + row
            let to = dw + (filter * shape.groupChannels + piece.channels.lowerBound) * taps
            let from = result + row * tile.columns
            for column in 0..<channels * taps {
                let place = column / tile.columns * tiles * tile.rows * tile.columns + column % tile.columns
                to[column % channels * taps + column / channels] = from[place]
            }
        }
    }
}
