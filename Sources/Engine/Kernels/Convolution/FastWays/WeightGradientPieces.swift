// How the gradient to the weights is cut into jobs: by filters, by channels, and by the pixels that are summed over.

/// What one job computes: some filters times some channels, summed over some of the pixels.
struct GradientPiece {
    var group: Int
    var filters: Range<Int>
    var channels: Range<Int>
    var pixels: Range<Int>
}

/// How the weight gradient is cut into jobs.
struct GradientGrid {
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

    /// By tiles of 4×4 pixels, for Winograd's products.
    init(tilesOf shape: ConvolutionShape) {
        self.init(shape, pixels: shape.winogradTiles.pixels, channels: 144, filters: 128)
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

/// dw, from jobs that each write one piece of it, or of a partial sum of it.
///
/// - Parameter body: writes its piece to its place in memory that is laid out like dw.
func sumPieces(
    _ grid: GradientGrid, _ shape: ConvolutionShape, _ dw: UnsafeMutablePointer<Float>,
    _ body: (GradientPiece, UnsafeMutablePointer<Float>) -> Void
) {
    let count = shape.filters * shape.groupChannels * shape.taps
    withScratch(grid.sums > 1 ? grid.sums * count : 0) { memory in
        let sums = grid.sums > 1 ? memory : dw
        parallelFor(grid.count) { range in
            for job in range {
                let (sum, piece) = grid.piece(job)
                body(piece, sums + sum * count)
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
