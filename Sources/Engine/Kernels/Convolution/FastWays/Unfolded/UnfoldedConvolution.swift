// # Convolution as a matrix product
//
// A row of y for each filter, a column for each output pixel of each image:
//
//     y [filters, pixels] = w [filters, channels · taps] × patches [channels · taps, pixels]
//
// where a pixel's patch is the input under the kernel there. A job makes a block of y, in the cache, from the panels
// of WeightPanels.swift and PatchPanels.swift.

/// y = x ∗ w + b, with weights and results in any memory layout.
func convolveUnfolded(
    _ shape: ConvolutionShape, _ y: UnsafeMutablePointer<Float>, _ layout: OutputLayout, _ x: UnsafePointer<Float>,
    _ weights: UnsafePointer<Float>, _ weightLayout: WeightLayout, bias: UnsafePointer<Float>?
) {
    let tile = RegisterTile.fitting(rows: shape.groupFilters)
    withScratch(WeightPanels.room(shape, tileRows: tile.rows)) { memory in
        for group in 0..<shape.groups {
            let panels = WeightPanels(
                shape, tileRows: tile.rows, weights, weightLayout, group: group, in: memory)
            let grid = JobGrid(shape, tile, tiles: panels.tiles)
            parallelFor(grid.count) { range in
                for job in range {
                    let block = ConvolutionBlock(
                        shape, tile, group: group, panels, pixels: grid.pixels(job), tiles: grid.tiles(job))
                    block.run(x) { block.store($0, to: y, layout, bias) }
                }
            }
        }
    }
}

/// How a product is cut into jobs: by pixels, so that a block of results stays in the cache, and by filters too
/// where there are few pixels.
private struct JobGrid {
    private let shape: ConvolutionShape
    private let panelColumns: Int
    private let panels: Int
    private let pixelParts: Int
    private let tileCount: Int
    private let tileParts: Int

    init(_ shape: ConvolutionShape, _ tile: RegisterTile, tiles: Int) {
        (self.shape, panelColumns, tileCount) = (shape, tile.columns, tiles)
        panels = dividedUp(shape.pixels, by: tile.columns)
        let worth = max(1, shape.pixels * shape.groupFilters * shape.groupChannels * shape.taps / 200_000)
        let wanted = min(worth, max(8, dividedUp(panels, by: 4)))
        pixelParts = min(panels, wanted)
        tileParts = min(tiles, dividedUp(wanted, by: pixelParts))
    }

    var count: Int { pixelParts * tileParts }

    func pixels(_ job: Int) -> Range<Int> {
        let range = evenly(panels, in: pixelParts, job / tileParts)
        return range.lowerBound * panelColumns..<min(range.upperBound * panelColumns, shape.pixels)
    }

    func tiles(_ job: Int) -> Range<Int> { evenly(tileCount, in: tileParts, job % tileParts) }
}

/// One job: some filters at some pixels.
private struct ConvolutionBlock {
    private let shape: ConvolutionShape
    private let tile: RegisterTile
    private let group: Int
    private let weights: WeightPanels
    private let tiles: Range<Int>
    private let patches: PatchPanels

    init(
        _ shape: ConvolutionShape, _ tile: RegisterTile, group: Int, _ weights: WeightPanels, pixels: Range<Int>,
        tiles: Range<Int>
    ) {
        (self.shape, self.tile, self.group, self.weights, self.tiles) = (shape, tile, group, weights, tiles)
        patches = PatchPanels(shape, pixels: pixels, columns: tile.columns)
    }

    /// Calls `body` with the results: [panel][tile][tile rows][tile columns].
    func run(_ x: UnsafePointer<Float>, _ body: (UnsafePointer<Float>) -> Void) {
        let most = weights.blocks.map(\.count).max() ?? 0
        let size = patches.count * tiles.count * tile.rows * tile.columns
        let (stageRoom, panelRoom) = (patches.stageRoom(channels: most), patches.panelRoom(depth: most * shape.taps))
        withScratch(size + stageRoom + panelRoom) { result in
            let stage = result + size
            let panels = stage + stageRoom
            stage.update(repeating: 0, count: stageRoom)
            for block in weights.blocks {
                let channels = block.lowerBound + group * shape.groupChannels
                patches.pack(panels, x, channels: channels..<channels + block.count, stage: stage)
                multiply(block, panels, into: result)
            }
            body(result)
        }
    }

    private func multiply(
        _ block: Range<Int>, _ panels: UnsafePointer<Float>, into result: UnsafeMutablePointer<Float>
    ) {
        let depth = block.count * shape.taps
        var to = result
        for panel in 0..<patches.count {
            for number in tiles {
                tile.multiply(
                    depth: depth, weights.panel(block, tile: number), panels + panel * depth * tile.columns, into: to,
                    adding: block.lowerBound > 0)
                to += tile.rows * tile.columns
            }
        }
    }

    /// Writes the results to their places, with the bias.
    func store(
        _ result: UnsafePointer<Float>, to y: UnsafeMutablePointer<Float>, _ layout: OutputLayout,
        _ bias: UnsafePointer<Float>?
    ) {
        let first = tiles.lowerBound * tile.rows
        let pieces = self.pieces(layout)
        for filter in first..<min(tiles.upperBound * tile.rows, shape.groupFilters) {
            let number = filter + group * shape.groupFilters
            let from = result + (filter - first) * tile.columns
            let to = y + (layout.start + number * layout.filter)
            let shift = bias?[number] ?? 0
            for piece in pieces {
                let (from, to) = (from + piece.from, to + piece.to)
                if layout.across == 1 {
                    copy(to, from, piece.count, plus: shift)
                } else {
                    for i in 0..<piece.count { to[i * layout.across] = from[i] + shift }
                }
            }
        }
    }

    /// Results that are side by side both in the block and in the output.
    private func pieces(_ layout: OutputLayout) -> [(from: Int, to: Int, count: Int)] {
        var pieces: [(from: Int, to: Int, count: Int)] = []
        let panelSize = tiles.count * tile.rows * tile.columns
        for run in patches.runs {
            var (place, rest) = (run.start, run.count)
            var to = run.image * layout.image + run.y * layout.down + run.x * layout.across
            while rest > 0 {
                let column = place % tile.columns
                let count = min(rest, tile.columns - column)
                if column > 0, let last = pieces.last, last.to + last.count * layout.across == to {
                    pieces[pieces.count - 1].count += count
                } else {
                    pieces.append((place / tile.columns * panelSize + column, to, count))
                }
                (place, rest, to) = (place + count, rest - count, to + count * layout.across)
            }
        }
        return pieces
    }
}

/// Vectors of 16 as far as they go, then smaller ones: a compiler's loop would leave more to single steps.
@inline(__always)
private func copy(_ to: UnsafeMutablePointer<Float>, _ from: UnsafePointer<Float>, _ count: Int, plus shift: Float) {
    var i = 0
    while i + 16 <= count {
        let chunk: SIMD16<Float> = load(from + i)
        store(chunk + shift, to: to + i)
        i += 16
    }
    while i + 4 <= count {
        let chunk: SIMD4<Float> = load(from + i)
        store(chunk + shift, to: to + i)
        i += 4
    }
    while i < count {
        to[i] = from[i] + shift
        i += 1
    }
}
