// The small examples of section 13.9 with their numbers.

import Chapter13
import Layers
import Tensors
import TestSupport
import Testing

@Suite struct `13.9 Colour images` {
    let image = Tensor([
        [[1, 0, 2], [0, 1, 1], [2, 1, 0]], [[0, 1, 1], [1, 0, 0], [0, 2, 1]], [[2, 1, 0], [0, 0, 1], [1, 1, 1]],
    ])
    let filter = Tensor([[[1, 0], [0, 1]], [[0, 1], [-1, 0]], [[-1, 0], [0, 2]]])

    @Test func `three slices make three maps, and their sum with the bias is the result`() {
        let (maps, sum) = oneFilter(image, filter, bias: 1)
        #expect(maps.map(\.scalars) == [[2, 1, 1, 1], [0, 1, 0, -2], [-2, 1, 2, 2]])
        #expect(sum.scalars == [1, 4, 4, 2] && sum.shape == [2, 2])
        #expect(image.unsqueezed(0).conv2d(filter.unsqueezed(0), bias: Tensor([1])).scalars == sum.scalars)
    }

    @Test func `a matrix for every pixel, and the way back`() {
        var random = SplitMix64(seed: 150)
        expectClose(brightnessAndDifferences.matmul(redGreenAndBlue), .eye(3))
        let x = Tensor.rand([2, 3, 4, 5], low: 0, high: 1, using: &random)
        expectClose(recoded(recoded(x, by: brightnessAndDifferences), by: redGreenAndBlue), x)
        let grey = Tensor.full(0.3, [1, 3, 1, 1])
        expectClose(recoded(grey, by: brightnessAndDifferences), Tensor([0.3, 0, 0]).reshaped(1, 3, 1, 1))
    }

    /// Python: colorsys.rgb_to_hsv
    @Test(
        arguments: [
            ([0.9, 0.25, 0.2], [0.0119048, 0.7777778, 0.9]), ([0.2, 0.5832, 0.3213], [0.3860908, 0.6570645, 0.5832]),
            ([0.1, 0.2, 0.7], [0.6388889, 0.8571429, 0.7]), ([0.5, 0.5, 0.5], [0, 0, 0.5]), ([0, 0, 0], [0, 0, 0]),
            ([1, 0.3, 0.9], [0.8571429, 0.7, 1]),
        ] as [([Float], [Float])])
    func `hue, saturation and value are Python's`(_ colour: [Float], _ expected: [Float]) {
        let found = hueSaturationValue(Tensor(colour).reshaped(1, 3, 1, 1))
        expectClose(found, Tensor(expected).reshaped(1, 3, 1, 1), absolute: 1e-5)
        expectClose(colours(fromHSV: found), Tensor(colour).reshaped(1, 3, 1, 1), absolute: 1e-5)
    }

    @Test func `every colour comes back from hue, saturation and value`() {
        var random = SplitMix64(seed: 151)
        let x = Tensor.rand([2, 3, 20, 30], low: 0, high: 1, using: &random)
        let encoded = hueSaturationValue(x)
        #expect(encoded.min().item >= 0 && encoded.max().item <= 1)
        expectClose(colours(fromHSV: encoded), x, absolute: 1e-5)
    }

    @Test func `a picture of a kernel has its zero at a half`() {
        let weight = Tensor([0.2, -0.4, 0, 0, 0, 0, 3, 1, -1, 0, 0, 0]).reshaped(2, 3, 1, 2)
        expectClose(
            kernelPictures(weight),
            Tensor([0.75, 0, 0.5, 0.5, 0.5, 0.5, 1, 2.0 / 3, 1.0 / 3, 0.5, 0.5, 0.5]).reshaped(2, 3, 1, 2))
        #expect(kernelPictures(.zeros(1, 3, 2, 2)).scalars.allSatisfy { $0 == 0.5 })
    }

    @Test func `noise is not smooth, a blob is, and a chessboard is the opposite`() {
        var random = SplitMix64(seed: 152)
        #expect(abs(smoothness(.randn(64, 3, 7, 7, using: &random))) < 0.05)
        #expect(smoothness(.ones(1, 3, 4, 4)) == 1)
        let board = Tensor((0..<16).map { ($0 / 4 + $0 % 4) % 2 == 0 ? 1 : -1 }).reshaped(1, 1, 4, 4)
        #expect(smoothness(board) == -1)
    }
}
