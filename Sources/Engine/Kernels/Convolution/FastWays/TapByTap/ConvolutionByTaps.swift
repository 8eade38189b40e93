// # Convolution tap by tap
//
// Take one output pixel and one tap of the kernel, in all images of a batch. What the tap contributes there is a matrix
// product:
//
//     y at the pixel [images, filters]  +=  x at what the tap sees [images, channels] · wᵀ of the tap [channels, filters]
//
// Nothing is unfolded, and nothing is multiplied by the zeros around an image: a tap that sees nothing has no product.
// In small images that is much: on an image of one pixel, eight of the nine taps of a 3×3 kernel see nothing.
//
// For this, images are laid out pixel by pixel and weights tap by tap (PixelMajor.swift). That pays where there are
// many images and channels for each pixel. Back to the input it is the same, with the pairs of pixels seen from the
// other side (`Links`).

/// A convolution of many small images, forward or back to its input.
struct ConvolutionByTaps {
    private let shape: ConvolutionShape
    private let links: Links
    private let isForward: Bool
    private let sources: PixelMajor
    private let targets: PixelMajor
    private let weights: TapMajor
    /// Where the weights of a tap are.
    private let places: [Int: Int]

    /// Results of a job: at most so many channels.
    private static let mostColumns = 128

    init(forward shape: ConvolutionShape) { self.init(shape, Links(forward: shape), isForward: true) }

    init(backward shape: ConvolutionShape) { self.init(shape, Links(backward: shape), isForward: false) }

    private init(_ shape: ConvolutionShape, _ links: Links, isForward: Bool) {
        (self.shape, self.links, self.isForward) = (shape, links, isForward)
        let input = PixelMajor(images: shape.images, channels: shape.channels, pixels: shape.input.count)
        let output = PixelMajor(images: shape.images, channels: shape.filters, pixels: shape.output.count)
        (sources, targets) = isForward ? (input, output) : (output, input)
        weights = TapMajor(shape, links)
        places = Dictionary(uniqueKeysWithValues: weights.taps.enumerated().map { ($1, $0) })
    }

    /// - Parameters:
    ///   - out: [images, targets of all groups, height, width]
    ///   - x: [images, sources of all groups, height, width]
    ///   - kernel: [filters, channels of a group, kernel height, kernel width]
    ///   - bias: a number for each target channel.
    func run(
        _ out: UnsafeMutablePointer<Float>, _ x: UnsafePointer<Float>, _ kernel: UnsafePointer<Float>,
        bias: UnsafePointer<Float>?
    ) {
        withScratch(sources.count + targets.count + weights.count) { source in
            let target = source + sources.count
            let taps = target + targets.count
            sources.gather(source, x)
            weights.gather(taps, kernel)
            let columns = targets.channels / shape.groups
            let parts = dividedUp(columns, by: Self.mostColumns)
            parallelFor(targets.pixels * shape.groups * parts) { range in
                for job in range {
                    let (pixel, group) = (job / parts / shape.groups, job / parts % shape.groups)
                    let columns = evenly(columns, in: parts, job % parts)
                    compute(pixel, group, columns, target, source, taps, bias)
                }
            }
            targets.scatter(out, target)
        }
    }

    /// Some channels of a target pixel, in all images.
    private func compute(
        _ pixel: Int, _ group: Int, _ columns: Range<Int>, _ target: UnsafeMutablePointer<Float>,
        _ source: UnsafePointer<Float>, _ taps: UnsafePointer<Float>, _ bias: UnsafePointer<Float>?
    ) {
        let first = group * targets.channels / shape.groups + columns.lowerBound
        let depth = sources.channels / shape.groups
        let (to, bias) = (target + (pixel * targets.step + first), bias.map { $0 + first })
        var isFirst = true
        for row in links.down[pixel / links.target.width] {
            for column in links.across[pixel % links.target.width] {
                let seen = row.source * links.source.width + column.source
                let place = places[row.tap * shape.kernel.width + column.tap]!
                let from = source + (seen * sources.step + group * depth)
                multiply(
                    m: shape.images, n: columns.count, k: depth,
                    MatrixView(rows: from, stride: sources.channels),
                    matrix(taps + place * weights.step, group, columns), into: to, cStride: targets.channels,
                    accumulate: !isFirst, bias: isFirst ? bias : nil)
                isFirst = false
            }
        }
        if isFirst { fill(to, columns.count, bias) }
    }

    /// A pixel that no tap sees.
    private func fill(_ to: UnsafeMutablePointer<Float>, _ count: Int, _ bias: UnsafePointer<Float>?) {
        for image in 0..<shape.images {
            for column in 0..<count { to[image * targets.channels + column] = bias?[column] ?? 0 }
        }
    }

    /// The weights of a tap, [sources, some targets]: [filters, channels] as they are, or turned.
    private func matrix(_ tap: UnsafePointer<Float>, _ group: Int, _ columns: Range<Int>) -> MatrixView {
        let channels = shape.groupChannels
        let first = tap + group * shape.groupFilters * channels
        if !isForward { return MatrixView(rows: first + columns.lowerBound, stride: channels) }
        return MatrixView(rows: first + columns.lowerBound * channels, stride: channels).transposed
    }
}
