// # Back through a convolution, to its weights
//
// dw[f, c, i, j] = Σ over all pixels of dy[f, pixel] · (what tap (i, j) sees of channel c from there)
//
// Again a matrix product, now with the pixels as the axis that is summed away. Both operands are wanted
// pixel by pixel: dy with the filters side by side, and the input with the channels side by side. A job
// stages some channels of a few rows that way round; the patch of a pixel is then made of long runs.

/// dw from x and dy.
///
/// - Parameters:
///   - dw: [filters, channels of a group, kernel height, kernel width]
///   - x: [images, channels, input height, input width]
///   - dy: [images, filters, output height, output width]
public func convolutionWeightGradient(
    _ shape: ConvolutionShape, _ dw: UnsafeMutablePointer<Float>, _ x: UnsafePointer<Float>, _ dy: UnsafePointer<Float>
) {
    let count = shape.filters * shape.groupChannels * shape.taps
    guard count > 0 else { return }
    guard shape.pixels > 0 else { return dw.update(repeating: 0, count: count) }
    if isPointwise(shape) { return PointwiseConvolution(shape: shape).weightGradient(dw, x, dy) }
    let isShort = suitsWinograd(shape)
    if !isShort && suitsImageLanes(shape) { return GradientAcrossImages(shape).run(dw, x, dy) }
    let grid = isShort ? GradientGrid(tilesOf: shape) : GradientGrid(shape)
    withScratch(grid.sums > 1 ? grid.sums * count : 0) { memory in
        let sums = grid.sums > 1 ? memory : dw
        parallelFor(grid.count) { range in
            for job in range {
                let (sum, piece) = grid.piece(job)
                let to = sums + sum * count
                if isShort {
                    WinogradGradientBlock(shape, piece).run(x, dy) { $0.store($1, to: to) }
                } else {
                    WeightGradientBlock(shape, piece).run(x, dy) { $0.store($1, to: to) }
                }
            }
        }
        if grid.sums > 1 { addUp(dw, sums, parts: grid.sums, count: count) }
    }
}

/// out[i] = Σ over the parts of x[part, i], in order
func addUp(_ out: UnsafeMutablePointer<Float>, _ x: UnsafePointer<Float>, parts: Int, count: Int) {
    parallelFor(count, grain: elementGrain / parts) { range in
        let length = range.count
        let (out, x) = (out + range.lowerBound, x + range.lowerBound)
        out.update(from: x, count: length)
        for part in 1..<parts {
            let x = x + part * count
            for i in 0..<length { out[i] += x[i] }
        }
    }
}

/// What one job computes: some filters times some channels, summed over some of the pixels.
struct GradientPiece {
    var group: Int
    var filters: Range<Int>
    var channels: Range<Int>
    var pixels: Range<Int>
}

/// How the weight gradient is cut into jobs.
private struct GradientGrid {
    private let shape: ConvolutionShape
    private let pixels: Int
    private let channelSize: Int
    private let channelParts: Int
    private let filterParts: Int
    /// Parts of the pixels, whose results are added up afterwards.
    let sums: Int

    /// By pixels of the output.
    init(_ shape: ConvolutionShape) {
        // About 400 columns, in whole vectors of channels: their patches and results stay in the cache.
        let size = max(1, 432 / shape.taps)
        self.init(shape, pixels: shape.pixels, channels: size > 16 ? size / 16 * 16 : size, filters: 256)
    }

    /// By tiles of 2×2 pixels, for Winograd's products.
    init(tilesOf shape: ConvolutionShape) {
        self.init(shape, pixels: shape.winogradTiles.pixels, channels: 96, filters: 64)
    }

    private init(_ shape: ConvolutionShape, pixels: Int, channels: Int, filters: Int) {
        (self.shape, self.pixels) = (shape, pixels)
        channelSize = min(shape.groupChannels, channels)
        channelParts = dividedUp(shape.groupChannels, by: channelSize)
        filterParts = dividedUp(shape.groupFilters, by: filters)
        let jobs = shape.groups * channelParts * filterParts
        let worth = max(1, shape.pixels * shape.groupFilters * shape.groupChannels * shape.taps / 200_000)
        sums = min(dividedUp(8, by: jobs), worth, dividedUp(pixels, by: 256))
    }

    var count: Int { shape.groups * channelParts * filterParts * sums }

    func piece(_ job: Int) -> (sum: Int, piece: GradientPiece) {
        let (part, sum) = (job / sums, job % sums)
        let channels = part / filterParts % channelParts
        let filters = evenly(dividedUp(shape.groupFilters, by: 8), in: filterParts, part % filterParts)
        let piece = GradientPiece(
            group: part / filterParts / channelParts,
            filters: filters.lowerBound * 8..<min(filters.upperBound * 8, shape.groupFilters),
            channels: channels * channelSize..<min((channels + 1) * channelSize, shape.groupChannels),
            pixels: evenly(pixels, in: sums, sum))
        return (sum, piece)
    }
}
