// # Winograd's shortcut for 3×3 kernels
//
// Two neighbouring outputs of a filter g of three taps look at four inputs d, and cost six multiplications:
//
//     y0 = d0 g0 + d1 g1 + d2 g2
//     y1 = d1 g0 + d2 g1 + d3 g2
//
// Shmuel Winograd showed that four are enough, if sums are formed before and after:
//
//     m1 = (d0 - d2) g0                      m2 = (d1 + d2) (g0 + g1 + g2) / 2
//     m4 = (d1 - d3) g2                      m3 = (d2 - d1) (g0 - g1 + g2) / 2
//     y0 = m1 + m2 + m3                      y1 = m2 - m3 - m4
//
// Done along both axes, a tile of 2×2 outputs takes 16 multiplications instead of 36. The sums of the inputs
// are shared by all filters and those of the outputs by all channels, so with many of both the products
// are what counts; and those at each of the 16 places form a matrix product. (A. Lavin and
// S. Gray, "Fast algorithms for convolutional neural networks", 2016, section 4.)
//
// The price: results are rounded a little more often, and a NaN or an infinity spoils its whole tile.

extension ConvolutionShape {
    /// The convolution whose patches are the inputs of all tiles: a 4×4 kernel that moves two pixels at a time.
    var winogradTiles: ConvolutionShape {
        var tiles = self
        tiles.output = Size2D(dividedUp(output.height, by: 2), dividedUp(output.width, by: 2))
        (tiles.kernel, tiles.stride) = (Size2D(4, 4), Size2D(2, 2))
        return tiles
    }

    /// The convolution whose patches are the outputs of all tiles: a 2×2 kernel on the output.
    var winogradOutputs: ConvolutionShape {
        var outputs = winogradTiles
        (outputs.channels, outputs.input, outputs.kernel) = (filters, output, Size2D(2, 2))
        outputs.padding = Size2D(0, 0)
        return outputs
    }
}

/// y = x ∗ w + b, with weights and results in any memory layout.
func convolveByWinograd(
    _ shape: ConvolutionShape, _ y: UnsafeMutablePointer<Float>, _ layout: OutputLayout, _ x: UnsafePointer<Float>,
    _ weights: UnsafePointer<Float>, _ weightLayout: WeightLayout, bias: UnsafePointer<Float>?
) {
    let tiles = shape.winogradTiles
    withScratch(WinogradWeights.room(shape)) { memory in
        for group in 0..<shape.groups {
            let weights = WinogradWeights(shape, weights, weightLayout, group: group, in: memory)
            let columns = RegisterTile.best.columns
            let panels = dividedUp(tiles.pixels, by: columns)
            let filterParts = dividedUp(weights.tiles, by: 16)
            parallelFor(panels * filterParts) { range in
                for job in range {
                    let panel = job / filterParts
                    let pixels = panel * columns..<min((panel + 1) * columns, tiles.pixels)
                    let filters = evenly(weights.tiles, in: filterParts, job % filterParts)
                    let block = WinogradBlock(shape, tiles, group, weights, pixels: pixels, filters: filters)
                    block.run(x) { block.store($0, to: y, layout, bias) }
                }
            }
        }
    }
}

/// One job: some filters at one panel of tiles.
private struct WinogradBlock {
    private let shape: ConvolutionShape
    private let group: Int
    private let weights: WinogradWeights
    private let filters: Range<Int>
    private let patches: PatchPanels
    private let tile = RegisterTile.best

    /// - Parameters:
    ///   - tiles: the convolution whose patches are the inputs of the tiles.
    ///   - pixels: of the output of `tiles`: the tiles of this job.
    ///   - filters: in eights, as the weights are laid out.
    init(
        _ shape: ConvolutionShape, _ tiles: ConvolutionShape, _ group: Int, _ weights: WinogradWeights,
        pixels: Range<Int>, filters: Range<Int>
    ) {
        (self.shape, self.group, self.weights, self.filters) = (shape, group, weights, filters)
        patches = PatchPanels(tiles, pixels: pixels, columns: tile.columns)
    }

    /// Calls `body` with the products: [16 places][tile of filters][tile rows][tile columns].
    func run(_ x: UnsafePointer<Float>, _ body: (UnsafePointer<Float>) -> Void) {
        let most = weights.blocks.map(\.count).max() ?? 0
        let size = 16 * filters.count * tile.rows * tile.columns
        let depth = 16 * most * tile.columns
        withScratch(size + depth + patches.panelRoom(depth: 16 * most) + patches.stageRoom(channels: most)) {
            products in
            let sums = products + size
            let inputs = sums + depth
            let stage = inputs + patches.panelRoom(depth: 16 * most)
            stage.update(repeating: 0, count: patches.stageRoom(channels: most))
            for block in weights.blocks {
                let channels = block.lowerBound + group * shape.groupChannels
                patches.pack(inputs, x, channels: channels..<channels + block.count, stage: stage)
                tile.sumInputs(sums, inputs, channels: block.count)
                multiply(block, sums, into: products)
            }
            body(products)
        }
    }

    private func multiply(
        _ block: Range<Int>, _ sums: UnsafePointer<Float>, into products: UnsafeMutablePointer<Float>
    ) {
        var to = products
        for place in 0..<16 {
            let inputs = sums + place * block.count * tile.columns
            for number in filters {
                let panel = weights.panel(block, place, tile: number)
                tile.multiply(depth: block.count, panel, inputs, into: to, adding: block.lowerBound > 0)
                to += tile.rows * tile.columns
            }
        }
    }

    /// Sums the products, and writes the 2×2 outputs of every tile to their places.
    func store(
        _ products: UnsafePointer<Float>, to y: UnsafeMutablePointer<Float>, _ layout: OutputLayout,
        _ bias: UnsafePointer<Float>?
    ) {
        let first = filters.lowerBound * tile.rows
        let stride = filters.count * tile.rows * tile.columns
        withScratch(4 * tile.columns) { outputs in
            for filter in first..<min(filters.upperBound * tile.rows, shape.groupFilters) {
                let number = filter + group * shape.groupFilters
                tile.sumOutputs(outputs, products + (filter - first) * tile.columns, stride, bias?[number] ?? 0)
                for run in patches.runs {
                    place(
                        run, outputs, to: y + (layout.start + run.image * layout.image + number * layout.filter), layout
                    )
                }
            }
        }
    }

    /// The outputs of some tiles side by side; their last row and column may be outside the image.
    private func place(
        _ run: PatchRows.Run, _ outputs: UnsafePointer<Float>, to y: UnsafeMutablePointer<Float>, _ layout: OutputLayout
    ) {
        let whole = min(run.count, shape.output.width / 2 - run.x)
        for row in 0..<min(2, shape.output.height - 2 * run.y) {
            let left = outputs + (2 * row * tile.columns + run.start)
            let right = left + tile.columns
            let to = y + ((2 * run.y + row) * layout.down + 2 * run.x * layout.across)
            if layout.across == 1 {
                for i in 0..<whole { (to[2 * i], to[2 * i + 1]) = (left[i], right[i]) }
            } else {
                for i in 0..<whole {
                    to[2 * i * layout.across] = left[i]
                    to[(2 * i + 1) * layout.across] = right[i]
                }
            }
            if whole < run.count { to[2 * whole * layout.across] = left[whole] }
        }
    }
}
