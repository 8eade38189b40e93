// # The weights' gradient, tap by tap
//
// dw[f, c, tap] = Σ over the output pixels of dy[f, pixel] · x[c, what the tap sees from there]
//
// With images laid out pixel by pixel (PixelMajor.swift), a tap and a pixel have one matrix product for the whole
// batch:
//
//     dw of the tap [filters, channels]  +=  dyᵀ at the pixel [filters, images] · x at what the tap sees [images, channels]
//
// Where a tap moves on by one pixel as the output does, the products of both pixels are one, with twice as many terms.

/// dw of a convolution of many small images.
struct WeightGradientByTaps {
    private let shape: ConvolutionShape
    private let inputs: PixelMajor
    private let slopes: PixelMajor
    private let weights: TapMajor
    /// For each tap that sees something: from which pixels.
    private let runs: [[PixelRun]]

    /// Rows of a job's result: at most so many filters.
    private static let mostRows = 96

    init(_ shape: ConvolutionShape) {
        self.shape = shape
        inputs = PixelMajor(images: shape.images, channels: shape.channels, pixels: shape.input.count)
        slopes = PixelMajor(images: shape.images, channels: shape.filters, pixels: shape.output.count)
        let links = Links(forward: shape)
        weights = TapMajor(shape, links)
        runs = weights.taps.map { PixelRun.all(of: $0, links, shape) }
    }

    /// - Parameters:
    ///   - dw: [filters, channels of a group, kernel height, kernel width]
    ///   - x: [images, channels, input height, input width]
    ///   - dy: [images, filters, output height, output width]
    func run(_ dw: UnsafeMutablePointer<Float>, _ x: UnsafePointer<Float>, _ dy: UnsafePointer<Float>) {
        withScratch(inputs.count + slopes.count + weights.count) { input in
            let slope = input + inputs.count
            let sums = slope + slopes.count
            inputs.gather(input, x)
            slopes.gather(slope, dy)
            let parts = dividedUp(shape.groupFilters, by: Self.mostRows)
            parallelFor(runs.count * shape.groups * parts) { range in
                for job in range {
                    let (place, group) = (job / parts / shape.groups, job / parts % shape.groups)
                    let filters = evenly(shape.groupFilters, in: parts, job % parts)
                    sum(runs[place], group, filters, to: sums + place * weights.step, slope, input)
                }
            }
            weights.scatter(dw, sums)
        }
    }

    /// The sums of a tap for some filters of a group.
    private func sum(
        _ runs: [PixelRun], _ group: Int, _ filters: Range<Int>, to sums: UnsafeMutablePointer<Float>,
        _ slope: UnsafePointer<Float>, _ input: UnsafePointer<Float>
    ) {
        let channels = shape.groupChannels
        let first = group * shape.groupFilters + filters.lowerBound
        for (number, run) in runs.enumerated() {
            let (slope, input) = (slope + run.slope * slopes.step, input + run.input * inputs.step)
            multiply(
                m: filters.count, n: channels, k: run.pixels * shape.images,
                MatrixView(rows: slope + first, stride: shape.filters).transposed,
                MatrixView(rows: input + group * channels, stride: shape.channels),
                into: sums + first * channels, cStride: channels, accumulate: number > 0)
        }
    }
}

/// Neighbouring output pixels, and where what a tap sees from them begins.
private struct PixelRun {
    var slope: Int
    var input: Int
    var pixels: Int

    /// The pixels from which a tap sees something, in as few runs as possible.
    static func all(of tap: Int, _ links: Links, _ shape: ConvolutionShape) -> [PixelRun] {
        var runs: [PixelRun] = []
        for (y, down) in links.down.enumerated() {
            guard let row = down.first(where: { $0.tap == tap / shape.kernel.width }) else { continue }
            for (x, across) in links.across.enumerated() {
                guard let column = across.first(where: { $0.tap == tap % shape.kernel.width }) else { continue }
                let next = PixelRun(
                    slope: y * shape.output.width + x, input: row.source * shape.input.width + column.source, pixels: 1)
                if let last = runs.last, last.slope + last.pixels == next.slope, last.input + last.pixels == next.input
                {
                    runs[runs.count - 1].pixels += 1
                } else {
                    runs.append(next)
                }
            }
        }
        return runs
    }
}
