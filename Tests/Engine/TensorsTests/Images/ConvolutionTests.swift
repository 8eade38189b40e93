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
        let patches = x2.padded(1, lastAxes: 2).windows(axis: 2, size: 3, step: stride).windows(
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

    /// Many images are computed side by side (ConvolutionAcrossImages.swift), one alone is not.
    @Test(arguments: Batch.all)
    func `of many images is that of each`(_ batch: Batch) {
        var random = SplitMix64(seed: 2)
        let kernel = [batch.filters, batch.channels / batch.groups, batch.kernel.height, batch.kernel.width]
        let x = Tensor.randn(batch.images, batch.channels, batch.size.height, batch.size.width, using: &random)
        let (w, b) = (Tensor.randn(kernel, using: &random), Tensor.randn(batch.filters, using: &random))
        func convolution(_ x: Tensor, _ w: Tensor) -> Tensor {
            x.conv2d(
                w, bias: b, stride: batch.stride, padding: batch.padding, dilation: Size2D(batch.dilation),
                groups: batch.groups)
        }
        let (all, weights) = (x.requiringGrad(), w.requiringGrad())
        let y = convolution(all, weights)
        let dy = Tensor.randn(y.shape, using: &random)
        y.backward(gradient: dy)
        let each = w.detached().requiringGrad()
        for image in 0..<batch.images {
            let one = x[image..<image + 1].detached().requiringGrad()
            let expected = convolution(one, each)
            expectClose(y[image].doubles, expected.doubles, absolute: 1e-4, relative: 1e-5)
            expected.backward(gradient: dy[image..<image + 1])
            expectClose(all.grad![image].doubles, one.grad!.doubles, absolute: 1e-4, relative: 1e-5)
        }
        expectClose(weights.grad!.doubles, each.grad!.doubles, absolute: 1e-3, relative: 1e-4)
    }

    /// A batch of images, and a convolution of it.
    struct Batch: CustomTestStringConvertible {
        var images: Int
        var channels: Int
        var filters: Int
        var size: Size2D
        var kernel: Size2D
        var stride = Size2D(1)
        var padding = Size2D(0)
        var dilation = 1
        var groups = 1

        var testDescription: String { "\(images) images, \(channels) to \(filters) channels, \(kernel)" }

        static let all = [
            Batch(
                images: 24, channels: 1, filters: 8, size: Size2D(9), kernel: Size2D(5), stride: Size2D(2),
                padding: Size2D(2)),
            Batch(images: 37, channels: 2, filters: 3, size: Size2D(7, 5), kernel: Size2D(3), padding: Size2D(1)),
            Batch(
                images: 65, channels: 3, filters: 16, size: Size2D(10, 8), kernel: Size2D(3, 2), stride: Size2D(2, 1),
                padding: Size2D(1, 0)),
            Batch(
                images: 32, channels: 6, filters: 9, size: Size2D(9, 11), kernel: Size2D(3), stride: Size2D(2),
                padding: Size2D(1), groups: 3),
            Batch(
                images: 40, channels: 5, filters: 20, size: Size2D(20, 25), kernel: Size2D(3), stride: Size2D(3),
                padding: Size2D(2), dilation: 2),
            // Several blocks of channels, and small images taken together.
            Batch(
                images: 160, channels: 40, filters: 20, size: Size2D(4), kernel: Size2D(3), stride: Size2D(2),
                padding: Size2D(1)),
            Batch(images: 64, channels: 4, filters: 4, size: Size2D(5), kernel: Size2D(1), stride: Size2D(2)),
            // Taps that see nothing but the margin.
            Batch(images: 24, channels: 2, filters: 2, size: Size2D(1), kernel: Size2D(3), padding: Size2D(2)),
            // Regions of an image.
            Batch(images: 30, channels: 3, filters: 20, size: Size2D(33, 70), kernel: Size2D(3), padding: Size2D(1)),
        ]
    }

    @Test func `an empty batch has only zero gradients`() {
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

    @Test(arguments: [1, 32])
    func `NaN and infinity reach the pixels that see them, and no others`(_ images: Int) {
        var x = Tensor.zeros(images, 1, 5, 5)
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
        #expect(y[1...].sum().item == 0)
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
