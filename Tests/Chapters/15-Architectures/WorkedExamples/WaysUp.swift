// What is exact in section 15.2, and hand-made functions beside the engine's.

import Layers
import Tensors
import TestSupport
import Testing
import Vision

@testable import Chapter15

@Suite struct `15.2 Ways up` {
    @Test func `figure 15-1: a kernel of 3 × 3 on a picture of 3 × 3 gives 5 × 5`() {
        #expect(transposedSize(3, kernel: 3, stride: 2, padding: 1) == 5)
        let y = transposedByZeros(.ones(1, 1, 3, 3), .ones(1, 1, 3, 3), stride: 2, padding: 1)
        #expect(y.shape == [1, 1, 5, 5])
        // One, two or four old pixels under the kernel.
        #expect(y[0, 0, 0].scalars == [1, 2, 1, 2, 1] && y[0, 0, 1].scalars == [2, 4, 2, 4, 2])
    }

    @Test(arguments: [1, 2, 3]) func `copies have the engine's values and gradients`(_ factor: Int) {
        var random = SplitMix64(seed: 2)
        let numbers = Tensor.randn(2, 3, 4, 5, using: &random)
        let (a, b) = (numbers.requiringGrad(), numbers.requiringGrad())
        let (own, engines) = (CopiedPixels(factor: factor)(a), b.interpolated(by: Double(factor)))
        let dy = Tensor.randn(own.shape, using: &random)
        own.backward(gradient: dy)
        engines.backward(gradient: dy)
        #expect(own.detached().scalars == engines.detached().scalars)
        expectClose(a.grad!, b.grad!, absolute: 1e-5)
    }

    @Test func `a transposed convolution is the adjoint of the convolution`() {
        var random = SplitMix64(seed: 3)
        for (stride, padding) in [(1, 0), (2, 1), (3, 1)] {
            let w = Tensor.randn(4, 2, 3, 3, using: &random)
            let x = Tensor.randn(2, 2, 10, 10, using: &random)
            let down = x.conv2d(w, stride: Size2D(stride), padding: Size2D(padding))
            let y = Tensor.randn(down.shape, using: &random)
            let up = y.convTranspose2d(
                w, stride: Size2D(stride), padding: Size2D(padding),
                outputPadding: Size2D((10 + 2 * padding - 3) % stride))
            #expect(up.shape == x.shape)
            expectClose((down * y).sum(), (x * up).sum(), absolute: 1e-2)
        }
    }

    @Test func `a shuffle by hand is the engine's, and repeated weights make copies`() {
        var random = SplitMix64(seed: 4)
        let x = Tensor.randn(2, 18, 3, 4, using: &random)
        #expect(shuffled(x, factor: 3).scalars == x.pixelShuffled(3).scalars)
        let weight = Tensor.randn(5, 18, 1, 1, using: &random)
        let y = x.conv2d(repeatedSquares(weight, factor: 2)).pixelShuffled(2)
        expectClose(y, x.conv2d(weight).interpolated(by: 2), absolute: 1e-5)
    }

    @Test func `only copies are even with whatever weights`() {
        var random = SplitMix64(seed: 5)
        let even = Tensor.ones(1, 6, 12, 12)
        let copied = Sequential(Upsample(by: 2), Conv2d(6, 6, kernel: 3, padding: 1, using: &random))
        let transposed = ConvTranspose2d(6, 6, kernel: 4, stride: 2, padding: 1, using: &random)
        #expect(ripple(copied(even)).max().item < 1e-4 && ripple(transposed(even)).min().item > 1e-3)
        #expect(overlaps(5, kernel: 3, stride: 2).max().item == 4 && overlaps(5, kernel: 3, stride: 2).min().item == 1)
        #expect(overlaps(5, kernel: 4, stride: 2)[2..<10, 2..<10].scalars.allSatisfy { $0 == 4 })
    }

    @Test func `a U-Net by hand gives the engine's scores`() {
        let state = smallBodyState()
        func body() throws -> Body {
            var random = SplitMix64(seed: 9)
            let body = smallBody(width: 4, using: &random)
            try body.layers.load(state)
            return body
        }
        var (one, other, random) = (SplitMix64(seed: 5), SplitMix64(seed: 5), SplitMix64(seed: 6))
        let own = try! HandMadeUNet(body(), outputs: 3, least: 6, using: &one)
        let engines = try! DynamicUNet(body(), outputs: 3, least: 6, using: &other)
        let x = Tensor.randn(2, 3, 32, 16, using: &random)
        for training in [true, false] {
            if training { own.train(); engines.train() } else { own.eval(); engines.eval() }
            expectClose(own(x).detached(), engines(x).detached(), absolute: 1e-5)
        }
        #expect(layersThatHalve(own.body) == [0, 4, 8, 12])
    }

    private func smallBodyState() -> [String: Tensor] {
        var random = SplitMix64(seed: 8)
        return smallBody(width: 4, using: &random).layers.stateDictionary
    }
}

@Suite struct `15.2 Masks` {
    @Test func `cells take the class of most of their pixels`() {
        let mask = Mask(height: 2, width: 4, codes: [0, 0, 1, 2, 0, 1, 2, 1])
        #expect(majorities(mask, cell: 1) == mask)
        // Of equally frequent classes, the lower code.
        #expect(majorities(mask, cell: 2).codes == [0, 0, 1, 1, 0, 0, 1, 1])
    }

    @Test func `a pole of two pixels is thin, a block of three is not`() {
        let rows: [[UInt8]] = [
            [0, 0, 0, 1, 1, 0, 0, 0], [0, 0, 0, 1, 1, 0, 0, 0], [0, 0, 0, 1, 1, 0, 0, 0], [2, 2, 2, 1, 1, 0, 0, 0],
            [2, 2, 2, 1, 1, 0, 0, 0], [2, 2, 2, 1, 1, 0, 0, 0],
        ]
        let mask = Mask(height: 6, width: 8, codes: rows.flatMap(\.self))
        #expect(zip(mask.codes, ThinPixels.places(in: mask)).allSatisfy { ($0 == 1) == $1 })
        var thin = ThinPixels()
        thin.add(Mask(height: 6, width: 8, codes: mask.codes.map { $0 == 1 ? 0 : $0 }), mask, void: nil)
        #expect(thin.count == 12 && thin.right == 0)
        thin.add(mask, mask, void: 1)
        #expect(thin.count == 12)
    }

    @Test func `IoU by hand is the engine's, on the page's two masks`() {
        let actual = [0, 0, 2, 0, 1, 1, 2, 0, 1, 1, 2, 0, 0, 0, 2, 0],
            said = [0, 0, 0, 2, 1, 1, 0, 2, 1, 1, 0, 2, 0, 0, 0, 2]
        let shares = intersectionsOverUnions(said, actual, classes: 4)
        #expect(shares == [1.0 / 3, 1, 0, nil])
        var counts = PixelCounts(classes: 4)
        counts.add(IntTensor(said), IntTensor(actual))
        #expect(counts.intersectionOverUnion == shares && counts.accuracy == 0.5)
    }

    @Test func `a picture comes back from its brightness and its colour`() {
        var random = SplitMix64(seed: 10)
        let x = Tensor.rand([2, 3, 4, 5], low: 0, high: 1, using: &random)
        let (grey, colour) = brightnessAndColour(x)
        #expect(grey.shape == [2, 1, 4, 5] && colour.shape == [2, 2, 4, 5])
        expectClose(painted(grey, colour), x, absolute: 1e-5)
    }
}
