// Convolution where it is easy to get wrong: larger than one block, without images, with NaN.

import Kernels
import TestSupport
import Testing

@testable import Tensors

@Suite struct `Convolution` {
    /// Large enough for several jobs, several depths and tiles that are not full.
    @Test(arguments: [(20, 11, 1, 9), (40, 13, 2, 14), (300, 10, 1, 5), (3, 50, 1, 40)])
    func `is unfolding and multiplying`(_ channels: Int, _ filters: Int, _ stride: Int, _ size: Int) {
        var random = SplitMix64(seed: 1)
        let x = Tensor.randn(3, channels, size, size, using: &random).requiringGrad()
        let w = Tensor.randn(filters, channels, 3, 3, using: &random).requiringGrad()
        let y = x.conv2d(w, stride: Size2D(stride), padding: 1)
        let (x2, w2) = (x.detached().requiringGrad(), w.detached().requiringGrad())
        let patches = x2.padded(1, axes: 2).windows(axis: 2, size: 3, step: stride).windows(
            axis: 3, size: 3, step: stride)
        let expected = einsum("nchwij,fcij->nfhw", patches, w2)
        let scale = Double(channels * 9).squareRoot()
        expectClose(y.doubles, expected.doubles, absolute: 2e-6 * scale, relative: 1e-5)
        let dy = Tensor.randn(y.shape, using: &random)
        y.backward(gradient: dy)
        expected.backward(gradient: dy)
        expectClose(x.grad!.doubles, x2.grad!.doubles, absolute: 1e-5 * Double(filters).squareRoot(), relative: 1e-5)
        expectClose(w.grad!.doubles, w2.grad!.doubles, absolute: 4e-6 * scale * Double(size), relative: 1e-5)
    }

    @Test func `an image that is not there has no gradient but zeros`() {
        let x = Tensor.zeros(0, 2, 5, 5).requiringGrad()
        let w = Tensor.ones(3, 2, 3, 3).requiringGrad()
        let b = Tensor.ones(3).requiringGrad()
        let y = x.conv2d(w, bias: b)
        #expect(y.shape == [0, 3, 3, 3])
        y.sum().backward()
        #expect(x.grad?.shape == [0, 2, 5, 5])
        #expect(w.grad?.scalars == [Float](repeating: 0, count: 54))
        #expect(b.grad?.scalars == [0, 0, 0])
    }

    @Test func `NaN and infinity reach the pixels that see them, and no other`() {
        var x = Tensor.zeros(1, 1, 5, 5)
        x[0, 0, 0, 0] = Tensor(.nan)
        x[0, 0, 4, 4] = Tensor(.infinity)
        let y = x.conv2d(.ones(1, 1, 3, 3), padding: 1)
        for row in 0..<5 {
            for column in 0..<5 {
                let value = y[0, 0, row, column].item
                #expect(value.isNaN == (row < 2 && column < 2))
                #expect((value == .infinity) == (row > 2 && column > 2))
            }
        }
    }

    @Test func `only what is asked for is computed`() {
        let (x, w) = (Tensor.ones(1, 1, 3, 3), Tensor.ones(1, 1, 3, 3).requiringGrad())
        x.conv2d(w).sum().backward()
        #expect(x.grad == nil)
        #expect(w.grad?.scalars == [Float](repeating: 1, count: 9))
        #expect(noGrad { x.conv2d(w) }.requiresGrad == false)
    }

    @Test func `with stride and kernel alike, the transposed one puts images together from tiles`() {
        let y = Tensor([[[1, 2], [3, 4]]]).unsqueezed(0).convTranspose2d(.ones(1, 1, 2, 2), stride: 2)
        #expect(y.scalars == [1, 1, 2, 2, 1, 1, 2, 2, 3, 3, 4, 4, 3, 3, 4, 4])
    }

    @Test func `pixels that no tap reaches hold the bias`() {
        let y = Tensor.ones(1, 1, 2, 2).convTranspose2d(.ones(1, 1, 1, 1), bias: Tensor([7]), stride: 2)
        #expect(y.scalars == [8, 7, 8, 7, 7, 7, 8, 7, 8])
    }
}

extension Tensor {
    fileprivate var doubles: [Double] { scalars.map { Double($0) } }
}
