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
// Where do these come from? Take y0, y1 and g0, g1, g2 for the coefficients of two polynomials. The coefficients of their
// product, a polynomial of degree 3, are found from its values at four points; and each value is one multiplication,
// that of the two polynomials' values there. The points above are 0, 1, -1 and infinity (where only the highest
// coefficients count). What reads y and g and makes d is turned around, so that it reads d and g and makes y.
//
// With two points more, four outputs take six multiplications instead of twelve. Done along both axes, a tile of 4×4
// outputs takes 36 instead of 144. The sums of the inputs are shared by all filters and those of the outputs by all
// channels, so with many of both the products are what counts; and those at each of the 36 places form a matrix
// product. (A. Lavin and S. Gray, "Fast algorithms for convolutional neural networks", 2016, section 4.)
//
// The price: results are rounded more often, and a NaN or an infinity spoils its whole tile. How much is lost depends
// on the points. With 0, ±1, ±2 and infinity, as in the paper, the results of 512 channels of normally distributed
// numbers are off by 4.6e-6 of their standard deviation; with ±5/8 and ±3/2 instead of ±1 and ±2, by 2.0e-6, and the
// plain loops by 1.2e-6, where all three add up in one strand. So 5/8 and 3/2 are taken: pairs that are about
// reciprocal lose least. (S. A. Alam and others, "Winograd convolution for deep neural networks: efficient point
// selection", 2022.)

/// Floats left free between one place's numbers and the next's. Without them, the 36 of a tile would often be a power of
/// two apart, and ask for the same line of the cache.
let winogradSpare = 80

extension ConvolutionShape {
    /// The convolution whose patches are the inputs of all tiles: a 6×6 kernel that moves four pixels at a time.
    var winogradTiles: ConvolutionShape {
        var tiles = self
        tiles.output = Size2D(dividedUp(output.height, by: 4), dividedUp(output.width, by: 4))
        (tiles.kernel, tiles.stride) = (Size2D(6, 6), Size2D(4, 4))
        return tiles
    }

    /// The convolution whose patches are the outputs of all tiles: a 4×4 kernel on the output.
    var winogradOutputs: ConvolutionShape {
        var outputs = winogradTiles
        (outputs.channels, outputs.input, outputs.kernel) = (filters, output, Size2D(4, 4))
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
    let columns = RegisterTile.best.columns
    withScratch(WinogradWeights.room(shape)) { memory in
        for group in 0..<shape.groups {
            let weights = WinogradWeights(shape, weights, weightLayout, group: group, in: memory)
            let panels = dividedUp(tiles.pixels, by: columns)
            // The filters of a panel are one job, so that its inputs are summed once; of a few panels, several.
            let filterParts = min(dividedUp(8, by: panels), dividedUp(weights.tiles, by: 4))
            parallelFor(panels * filterParts) { range in
                for job in range {
                    let panel = job / filterParts
                    let pixels = panel * columns..<min((panel + 1) * columns, tiles.pixels)
                    let filters = evenly(weights.tiles, in: filterParts, job % filterParts)
                    WinogradBlock(shape, tiles, group, weights, pixels: pixels, filters: filters)
                        .run(y, layout, x, bias)
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
    private let inputs: WinogradInputs
    private let tile = RegisterTile.best
    /// Channels whose products are added up in one go. Fewer, so that they stay in the nearest cache, gained nothing.
    private static let channelsAtOnce = 512

    /// - Parameters:
    ///   - tiles: the convolution whose patches are the inputs of the tiles.
    ///   - pixels: of the output of `tiles`: the tiles of this job.
    ///   - filters: in eights, as the weights are laid out.
    init(
        _ shape: ConvolutionShape, _ tiles: ConvolutionShape, _ group: Int, _ weights: WinogradWeights,
        pixels: Range<Int>, filters: Range<Int>
    ) {
        (self.shape, self.group, self.weights, self.filters) = (shape, group, weights, filters)
        inputs = WinogradInputs(tiles, pixels: pixels)
    }

    /// Floats from one place to the next, of the sums and of the products.
    private var sumStride: Int { shape.groupChannels * tile.columns + winogradSpare }
    private var productStride: Int { filters.count * tile.rows * tile.columns + winogradSpare }

    func run(
        _ y: UnsafeMutablePointer<Float>, _ layout: OutputLayout, _ x: UnsafePointer<Float>,
        _ bias: UnsafePointer<Float>?
    ) {
        withScratch(36 * (sumStride + productStride)) { sums in
            let first = group * shape.groupChannels
            inputs.sum(sums, stride: sumStride, x, channels: first..<first + shape.groupChannels)
            let products = sums + 36 * sumStride
            multiply(sums, into: products)
            sumOutputs(products, to: y, layout, bias)
        }
    }

    /// Makes the products: [36 places][tile of filters][tile rows][tile columns].
    private func multiply(_ sums: UnsafePointer<Float>, into products: UnsafeMutablePointer<Float>) {
        let blocks = dividedUp(shape.groupChannels, by: WinogradBlock.channelsAtOnce)
        for place in 0..<36 {
            for block in 0..<blocks {
                let channels = evenly(shape.groupChannels, in: blocks, block)
                let sums = sums + (place * sumStride + channels.lowerBound * tile.columns)
                var to = products + place * productStride
                for number in filters {
                    let factors = weights.panel(place, tile: number) + channels.lowerBound * tile.rows
                    tile.multiply(depth: channels.count, factors, sums, into: to, adding: block > 0)
                    to += tile.rows * tile.columns
                }
            }
        }
    }

    /// Sums the products, and writes the 4×4 outputs of every tile to their places.
    private func sumOutputs(
        _ products: UnsafePointer<Float>, to y: UnsafeMutablePointer<Float>, _ layout: OutputLayout,
        _ bias: UnsafePointer<Float>?
    ) {
        let first = filters.lowerBound * tile.rows
        let width = 4 * tile.columns
        withScratch(8 * width) { lines in
            for filter in first..<min(filters.upperBound * tile.rows, shape.groupFilters) {
                let number = filter + group * shape.groupFilters
                tile.sumOutputs(
                    lines, products + (filter - first) * tile.columns, stride: productStride,
                    shift: bias?[number] ?? 0, room: lines + 4 * width)
                for run in inputs.runs {
                    let to = y + (layout.start + run.image * layout.image + number * layout.filter)
                    place(run, lines + 4 * run.start, to: to, layout)
                }
            }
        }
    }

    /// The outputs of some tiles side by side; their last rows and columns may be outside the image.
    private func place(
        _ run: PatchRows.Run, _ lines: UnsafePointer<Float>, to y: UnsafeMutablePointer<Float>, _ layout: OutputLayout
    ) {
        let count = min(4 * run.count, shape.output.width - 4 * run.x)
        for row in 0..<min(4, shape.output.height - 4 * run.y) {
            let from = lines + 4 * row * tile.columns
            let to = y + ((4 * run.y + row) * layout.down + 4 * run.x * layout.across)
            if layout.across == 1 {
                for i in 0..<count { to[i] = from[i] }
            } else {
                for i in 0..<count { to[i * layout.across] = from[i] }
            }
        }
    }
}
