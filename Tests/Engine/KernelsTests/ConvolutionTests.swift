// Every fast way to convolve against the definition in plain loops.

import TestSupport
import Testing

@testable import Kernels

/// A convolution, and the ways that should be taken.
struct ConvolutionCase: Sendable, CustomTestStringConvertible {
    var images = 2
    var channels = 3
    var filters = 5
    var groups = 1
    var input = Size2D(9, 7)
    var kernel = Size2D(3)
    var stride = Size2D(1)
    var padding = Size2D(1)
    var dilation = Size2D(1)
    /// The way to the result.
    var way = ConvolutionWay.unfolded
    /// The ways to the input's and the weights' gradient, where they are different ones.
    var wayBack: ConvolutionWay?
    var wayToWeights: ConvolutionWay?

    var shape: ConvolutionShape {
        func length(_ input: Int, _ kernel: Int, _ stride: Int, _ padding: Int, _ dilation: Int) -> Int {
            (input + 2 * padding - dilation * (kernel - 1) - 1) / stride + 1
        }
        let output = Size2D(
            length(input.height, kernel.height, stride.height, padding.height, dilation.height),
            length(input.width, kernel.width, stride.width, padding.width, dilation.width))
        return ConvolutionShape(
            images: images, channels: channels, filters: filters, groups: groups, input: input, output: output,
            kernel: kernel, stride: stride, padding: padding, dilation: dilation)
    }

    var testDescription: String {
        "\(images) images \(input), \(channels) to \(filters) channels in \(groups) groups, \(kernel), stride \(stride)"
    }

    static func depthwise(
        _ input: Size2D, _ kernel: Int = 3, stride: Int = 1, padding: Int = 1, images: Int = 3
    ) -> ConvolutionCase {
        ConvolutionCase(
            images: images, channels: 4, filters: 4, groups: 4, input: input, kernel: Size2D(kernel),
            stride: Size2D(stride), padding: Size2D(padding), way: .depthwise)
    }

    static let all = [
        // Unfolded.
        ConvolutionCase(), ConvolutionCase(kernel: Size2D(5, 2), stride: Size2D(2, 3), padding: Size2D(2, 0)),
        ConvolutionCase(channels: 6, filters: 4, groups: 2, kernel: Size2D(2), stride: Size2D(3)),
        ConvolutionCase(input: Size2D(12), stride: Size2D(2), padding: Size2D(3), dilation: Size2D(2)),
        ConvolutionCase(channels: 300, filters: 10, input: Size2D(5)),
        ConvolutionCase(images: 3, channels: 20, filters: 300, input: Size2D(20), stride: Size2D(2)),
        // One pixel, which a stride or a margin makes an ordinary kernel.
        ConvolutionCase(kernel: Size2D(1), padding: Size2D(0), way: .pointwise),
        ConvolutionCase(images: 40, channels: 8, groups: 1, kernel: Size2D(1), padding: Size2D(0), way: .pointwise),
        ConvolutionCase(channels: 6, filters: 9, groups: 3, kernel: Size2D(1), padding: Size2D(0), way: .pointwise),
        ConvolutionCase(kernel: Size2D(1), stride: Size2D(2), padding: Size2D(0)), ConvolutionCase(kernel: Size2D(1)),
        // Every channel its own filter: small and large planes, strides, strips, gaps, and pixels that no tap sees.
        .depthwise(Size2D(9, 7)), .depthwise(Size2D(5), 5, padding: 2), .depthwise(Size2D(80, 81), images: 1),
        .depthwise(Size2D(10, 11), stride: 2), .depthwise(Size2D(40, 70), 5, stride: 2, padding: 2),
        .depthwise(Size2D(300, 120), stride: 2, images: 1), .depthwise(Size2D(260, 90), 5, padding: 2, images: 1),
        .depthwise(Size2D(1)), .depthwise(Size2D(6), 3, stride: 2, padding: 0), .depthwise(Size2D(12), 2, stride: 3),
        .depthwise(Size2D(16), 3, stride: 4, padding: 3), .depthwise(Size2D(8), 1, padding: 0),
        ConvolutionCase(
            channels: 6, filters: 6, groups: 6, input: Size2D(21, 40), kernel: Size2D(3, 5), stride: Size2D(2, 1),
            padding: Size2D(4, -2), dilation: Size2D(3, 2), way: .depthwise),
        // Many channels and 3×3: images of whole tiles and others, that shrink and that grow, groups, and phases of a
        // stride. Enough tiles for the result and both gradients, or only for the one or the other.
        ConvolutionCase(channels: 32, filters: 40, input: Size2D(17, 15), way: .winograd),
        ConvolutionCase(channels: 33, filters: 32, input: Size2D(16), way: .winograd),
        ConvolutionCase(images: 1, channels: 32, filters: 35, input: Size2D(130, 6), way: .winograd),
        ConvolutionCase(images: 1, channels: 40, filters: 32, input: Size2D(5, 203), way: .winograd),
        ConvolutionCase(channels: 32, filters: 40, way: .unfolded, wayToWeights: .winograd),
        ConvolutionCase(channels: 32, filters: 40, input: Size2D(4)),
        ConvolutionCase(
            images: 70, channels: 64, filters: 33, input: Size2D(4), way: .winograd, wayToWeights: .tapByTap),
        ConvolutionCase(
            images: 8, channels: 64, filters: 96, groups: 2, input: Size2D(8), padding: Size2D(0), way: .winograd),
        ConvolutionCase(images: 9, channels: 32, filters: 32, input: Size2D(5), padding: Size2D(0)),
        ConvolutionCase(
            images: 9, channels: 32, filters: 32, input: Size2D(3), padding: Size2D(2), way: .winograd,
            wayBack: .unfolded),
        ConvolutionCase(channels: 32, filters: 32, input: Size2D(34), kernel: Size2D(6), stride: Size2D(2)),
        ConvolutionCase(channels: 520, filters: 32, input: Size2D(16), way: .winograd),
        ConvolutionCase(images: 8, channels: 384, filters: 384, input: Size2D(8), wayToWeights: .winograd),
        // Many images.
        ConvolutionCase(images: 24, way: .acrossImages), ConvolutionCase(images: 23), ConvolutionCase(images: 40),
        ConvolutionCase(images: 60, channels: 1, filters: 8, kernel: Size2D(5), stride: Size2D(2), way: .acrossImages),
        ConvolutionCase(images: 72, channels: 6, filters: 9, groups: 3, stride: Size2D(2, 1), way: .acrossImages),
        ConvolutionCase(
            images: 30, channels: 40, input: Size2D(6), stride: Size2D(3), padding: Size2D(2), dilation: Size2D(2),
            way: .acrossImages),
        ConvolutionCase(
            images: 32, channels: 64, filters: 64, input: Size2D(6), padding: Size2D(2), way: .winograd,
            wayBack: .acrossImages, wayToWeights: .tapByTap),
        ConvolutionCase(images: 24, channels: 128, filters: 130, input: Size2D(7), way: .winograd),
        ConvolutionCase(images: 24, channels: 32, filters: 32, input: Size2D(17), way: .winograd),
        ConvolutionCase(images: 24, channels: 32, filters: 32, input: Size2D(14), way: .acrossImages),
        // Many images of few pixels, with many channels: taps that see nothing, and pixels that no tap sees.
        ConvolutionCase(images: 24, channels: 64, filters: 70, input: Size2D(2), way: .tapByTap),
        ConvolutionCase(images: 17, channels: 130, filters: 64, input: Size2D(1), way: .tapByTap),
        ConvolutionCase(
            images: 20, channels: 128, filters: 192, groups: 2, input: Size2D(2, 1), kernel: Size2D(2),
            stride: Size2D(2, 1), way: .tapByTap),
        ConvolutionCase(
            images: 64, channels: 64, filters: 64, input: Size2D(1), padding: Size2D(3), dilation: Size2D(2),
            way: .acrossImages, wayBack: .tapByTap, wayToWeights: .tapByTap),
        ConvolutionCase(
            images: 32, channels: 64, filters: 64, input: Size2D(7), stride: Size2D(2), way: .acrossImages,
            wayBack: .tapByTap, wayToWeights: .tapByTap),
        ConvolutionCase(
            images: 16, channels: 32, filters: 40, input: Size2D(8, 6), way: .winograd, wayToWeights: .tapByTap),
    ]
}

@Suite struct `A convolution` {
    @Test func `is a sum of products under a kernel that moves`() {
        let plain = PlainConvolution(
            ConvolutionCase(images: 1, channels: 1, filters: 1, input: Size2D(3), kernel: Size2D(2), padding: Size2D(0))
                .shape)
        let (image, kernel): ([Float], [Float]) = ([1, 2, 3, 4, 5, 6, 7, 8, 9], [1, 0, 0, 10])
        #expect(plain.forward(image, weights: kernel, bias: [0.5]) == [51.5, 62.5, 84.5, 95.5])
        // Output pixel (0, 0) alone: its gradient goes to the two input pixels that it was made from, by their weights.
        #expect(plain.inputGradient([1, 0, 0, 0], weights: kernel) == [1, 0, 0, 0, 10, 0, 0, 0, 0])
        #expect(plain.weightGradient(image, [1, 0, 0, 0]) == [1, 2, 4, 5])
    }

    // n products of numbers below 1 are added in float: off by less than n · 6e-8; Winograd's sums cost a digit more.
    @Test(arguments: ConvolutionCase.all)
    func `is what the plain loops say, whichever way it takes`(_ one: ConvolutionCase) {
        let (shape, plain) = (one.shape, PlainConvolution(one.shape))
        let x = noise(shape.images * shape.channels * shape.input.count)
        let w = noise(shape.filters * shape.groupChannels * shape.taps, seed: 2)
        let (b, dy) = (noise(shape.filters, seed: 3), noise(shape.pixels * shape.filters, seed: 4))
        var (y, dx, dw) = (dy, x, w)
        convolve(shape, &y, x, weights: w, bias: b)
        convolveTransposed(shape, &dx, dy, weights: w)
        convolutionWeightGradient(shape, &dw, x, dy)
        expectSame(y, plain.forward(x, weights: w, bias: b), terms: shape.groupChannels * shape.taps)
        expectSame(dx, plain.inputGradient(dy, weights: w), terms: shape.groupFilters * shape.taps)
        expectSame(dw, plain.weightGradient(x, dy), terms: shape.pixels)
    }

    private func expectSame(
        _ found: [Float], _ expected: [Float], terms: Int, sourceLocation: SourceLocation = #_sourceLocation
    ) {
        expectClose(
            found.map { Double($0) }, expected.map { Double($0) }, absolute: 1e-6 + 2e-7 * Double(terms),
            relative: 1e-6, sourceLocation: sourceLocation)
    }

    @Test(.enabled(if: RegisterTile.best.vector == .sixteen), arguments: ConvolutionCase.all)
    func `takes the way that suits it`(_ one: ConvolutionCase) {
        #expect(ConvolutionWay(forward: one.shape) == one.way)
        #expect(ConvolutionWay(weightGradient: one.shape) == one.wayToWeights ?? one.way)
        #expect(ConvolutionWay(inputGradient: one.shape) == one.wayBack ?? one.way)
    }

    @Test(arguments: ConvolutionCase.all)
    func `keeps its results in bounds`(_ one: ConvolutionCase) {
        let shape = one.shape
        let x = noise(shape.images * shape.channels * shape.input.count)
        let w = noise(shape.filters * shape.groupChannels * shape.taps, seed: 2)
        var (y, bounded) = (noise(shape.pixels * shape.filters), noise(shape.pixels * shape.filters))
        convolve(shape, &y, x, weights: w)
        convolve(shape, &bounded, x, weights: w, within: -0.125...0.25)
        #expect(bounded == y.map { min(max($0, -0.125), 0.25) })
    }

    @Test func `has a case for every way`() {
        #expect(Set(ConvolutionCase.all.map(\.way)) == Set(ConvolutionWay.allCases))
    }
}
