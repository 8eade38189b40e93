// Sections 14.1 and 14.2: cutting, pooling and averaging, in small numbers and beside PyTorch.

import Chapter14
import Layers
import Tensors
import TestSupport
import Testing

/// 0, a, 2 a, … modulo m, shifted and divided: numbers of no order that PyTorch can make as well.
func patterned(_ shape: [Int], _ a: Int, _ m: Int, _ shift: Int, _ divisor: Float) -> Tensor {
    Tensor(shape: shape, (0..<shape.reduce(1, *)).map { Float($0 * a % m - shift) / divisor })
}

@Suite struct `14.1 Pictures` {
    @Test func `ImageNet's numbers, there and back`() {
        var random = SplitMix64(seed: 141)
        let pixels = Tensor.rand(2, 3, 4, 5, using: &random)
        expectClose(pixelScale(imageNetScale(pixels)), pixels)
        let white = imageNetScale(.ones(3, 1, 1)).scalars
        expectClose(Tensor(white), Tensor([0.515 / 0.229, 0.544 / 0.224, 0.594 / 0.225]), relative: 1e-5)
    }

    @Test func `a cut is inside, and at least half the picture`() {
        var random = SplitMix64(seed: 142)
        var mirrored = 0
        for _ in 0..<500 {
            let crop = RandomCrop(of: 64, 48, using: &random)
            #expect(crop.top >= 0 && crop.left >= 0 && crop.top + crop.height <= 64 && crop.left + crop.width <= 48)
            #expect(Float(crop.height * crop.width) >= 0.5 * 64 * 48 - 64)
            mirrored += crop.isMirrored ? 1 : 0
        }
        #expect((180...320).contains(mirrored))
        let tiny = RandomCrop(of: 1, 1, using: &random)
        #expect(tiny.height == 1 && tiny.width == 1)
    }

    @Test func `the whole picture is the picture, and its mirror image a mirror image`() {
        var random = SplitMix64(seed: 143)
        let x = Tensor.randn(3, 6, 7, using: &random)
        for _ in 0..<10 {
            let crop = RandomCrop(of: 6, 7, leastArea: 1, using: &random)
            #expect(cropped(x, to: crop).scalars == (crop.isMirrored ? x.flipped(-1) : x).scalars)
        }
    }
}

@Suite struct `14.2 A fully convolutional net` {
    @Test func `the three nets have the book's numbers of parameters`() {
        var random = SplitMix64(seed: 144)
        #expect(convolutionalNet(classes: 10, using: &random).parameterCount == 395_674)
        #expect(residualNet(classes: 10, using: &random).parameterCount == 1_226_890)
        #expect(residualNet(classes: 10, blocks: 2, using: &random).parameterCount == 2_800_202)
    }

    @Test func `a picture of 128 pixels is 64, 32, 16, 8 and 4 on its way`() {
        var random = SplitMix64(seed: 145)
        let net = convolutionalNet(classes: 10, filters: [1, 2, 4, 8, 16], using: &random)
        var x = Tensor.zeros(2, 3, 128, 128)
        let sides = net.layers.prefix(5).map { layer in
            x = layer(x)
            return x.shape[2]
        }
        #expect(sides == [64, 32, 16, 8, 4])
    }

    @Test func `a layer is a convolution, batch norm and a ReLU, each of which may be missing`() {
        var random = SplitMix64(seed: 146)
        let x = Tensor.randn(4, 3, 6, 6, using: &random)
        let whole = ConvLayer(3, 5, using: &random)
        let maps = whole.convolution(x)
        expectClose(whole(x).detached(), maps.batchNorm(.ones(5), .zeros(5)).y.relu().detached())
        #expect(whole.convolution.bias == nil && whole(x).min().item == 0)
        #expect(ConvLayer(3, 5, hasActivation: false, using: &random)(x).min().item < 0)
        let bare = ConvLayer(3, 5, hasNorm: false, using: &random)
        #expect(bare.norm == nil && bare.convolution.bias != nil && bare.namedBuffers.isEmpty)
        #expect(ConvLayer(3, 5, gamma: 0, hasActivation: false, using: &random)(x).abs().max().item == 0)
    }

    /// torch (2.13, float64): F.adaptive_avg_pool2d(x, (2, 3)).backward(dy)
    @Test func `adaptive pooling is PyTorch's, forward and back`() {
        let x = patterned([1, 1, 5, 7], 7, 11, 5, 4).requiringGrad()
        let y = adaptivelyAveraged(x, to: 2, 3)
        expectClose(
            y.detached().flattened(), Tensor([-0.0833333, 0.0555556, -0.1111111, -0.0277778, 0.1111111, -0.0555556]))
        y.backward(gradient: patterned([1, 1, 2, 3], 3, 5, 2, 1))
        let row: [Float] = [-0.2222222, -0.2222222, -0.1111111, 0.1111111, 0, -0.1111111, -0.1111111]
        expectClose(x.grad![0, 0, 0], Tensor(row))
        let middle: [Float] = [0, 0, 0.1111111, 0.1111111, -0.2222222, -0.3333333, -0.3333333]
        expectClose(x.grad![0, 0, 2], Tensor(middle))
    }

    /// torch: F.avg_pool2d(x, 2, ceil_mode=True) and F.max_pool2d(x, 2, ceil_mode=True), then backward(dy)
    @Test func `pooling with ceil mode is PyTorch's, forward and back`() {
        let (numbers, dy) = (patterned([1, 1, 3, 5], 7, 11, 5, 4), patterned([1, 1, 2, 3], 3, 5, 2, 1))
        let first = numbers.requiringGrad()
        let means = halved(first, ceilMode: true, by: averaged)
        #expect(means.scalars == [-0.125, -0.0625, 0.5, -0.75, 0, 1.25])
        means.backward(gradient: dy)
        #expect(
            first.grad!.scalars == [-0.5, -0.5, 0.25, 0.25, -0.5, -0.5, -0.5, 0.25, 0.25, -0.5, 1, 1, 0, 0, -2])
        let second = numbers.requiringGrad()
        let most = halved(second, ceilMode: true, by: largest)
        #expect(most.scalars == [1, 1.25, 0.75, -0.25, 0.5, 1.25])
        most.backward(gradient: dy)
        #expect(second.grad!.scalars == [0, 0, 0, 1, 0, 0, -2, 0, 0, -1, 2, 0, 0, 0, -2])
    }
}
