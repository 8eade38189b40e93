// Questions 14.1 to 14.5: how a picture of any size becomes one row of numbers.

import Chapter14
import Layers
import Tensors
import TestSupport
import Testing

extension `14 Questionnaire` {
    /// 14.1 · How did earlier chapters get one row of activations for each image out of the convolutional net for
    /// MNIST, and why does that not suit Imagenette?
    ///
    /// With convolutions of stride 2 until the grid had a single place, whose axes were then dropped by flattening. For
    /// Imagenette's larger pictures it would take many more such layers. And it works for one size of picture only: of
    /// any other, a larger grid would be left.
    ///
    /// - Shown by: `halvings` in Chapters/14-ResidualNets/02-FullyConvolutional.swift
    /// - Shown by: `tooManyHalvings` in Chapters/14-ResidualNets/02-FullyConvolutional.swift
    @Test func `14.1 five halvings for 28 pixels, and more for more`() async {
        #expect([28, 64, 128, 224].map(halvings) == [5, 6, 7, 8])
        var random = SplitMix64(seed: 1401)
        let convolutions = (0..<5).map { layer in
            Conv2d(layer == 0 ? 3 : 4, 4, kernel: 3, stride: 2, padding: 1, using: &random)
        }
        let body = Sequential(convolutions)
        #expect(body(.zeros(1, 3, 28, 28)).shape == [1, 4, 1, 1])
        #expect(body(.zeros(1, 3, 128, 128)).shape == [1, 4, 4, 4])
        // The head that fits the one size stops at the other:
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            var random = SplitMix64(seed: 1401)
            _ = Sequential(Flatten(), Linear(4, 10, using: &random))(.zeros(1, 4, 4, 4))
        }
        #expect(message(of: result).contains("64"))
    }

    /// 14.2 · What is done for Imagenette instead?
    ///
    /// The last grid is averaged: for each channel the mean over all of its places is taken (adaptive average pooling
    /// to 1 × 1). What is left is flattened to a row of one number for each channel, and a linear layer makes scores of
    /// it.
    ///
    /// - Shown by: `averagePool` in Chapters/14-ResidualNets/02-FullyConvolutional.swift
    /// - Shown by: `classifier` in Chapters/14-ResidualNets/02-FullyConvolutional.swift
    @Test func `14.2 the mean over the grid, then a linear layer`() {
        var random = SplitMix64(seed: 1402)
        let net = convolutionalNet(classes: 10, filters: [4, 6], using: &random)
        net.eval()
        let x = Tensor.randn(2, 3, 20, 12, using: &random)
        let grid = net[1](net[0](x))
        #expect(grid.shape == [2, 6, 5, 3])
        let means = grid.sum(axes: 2, 3) / 15
        let linear = net[-1] as! Linear
        expectClose(net(x).detached(), linear(means).detached())
        expectClose(averagePool(grid).detached(), means.detached())
    }

    /// 14.3 · What is adaptive pooling?
    ///
    /// Pooling that is told the size of the grid that should come out, and not the size of its windows. It cuts the
    /// grid that comes in into as many windows, whatever its size.
    ///
    /// - Shown by: `adaptiveWindows` in Chapters/14-ResidualNets/02b-AnySize.swift
    /// - Shown by: `adaptivelyAveraged` in Chapters/14-ResidualNets/02b-AnySize.swift
    @Test(arguments: [[1, 1], [4, 4], [7, 10], [13, 2]])
    func `14.3 any grid comes in, and the same size comes out`(_ size: [Int]) {
        var random = SplitMix64(seed: 1403)
        let x = Tensor.randn(2, 3, size[0], size[1], using: &random)
        for (rows, columns) in [(1, 1), (2, 3)] {
            let pooled = adaptivelyAveraged(x, to: rows, columns)
            #expect(pooled.shape == [2, 3, rows, columns])
            expectClose(pooled, x.adaptiveAveragePooled(Size2D(rows, columns)))
        }
        #expect(x.averagePooled(1).shape == x.shape)  // ordinary pooling: the result depends on the size
    }

    /// 14.4 · What is average pooling?
    ///
    /// Every window of the grid is replaced by the mean of its numbers.
    ///
    /// - Shown by: `averaged` in Chapters/14-ResidualNets/02c-Pooling.swift
    /// - Shown by: `poolingByTwos` in Chapters/14-ResidualNets/02c-Pooling.swift
    @Test func `14.4 the mean of each window`() {
        let x = Tensor([[1, 2, 3, 4], [5, 6, 7, 12]]).reshaped(1, 1, 2, 4)
        #expect(halved(x, by: averaged).scalars == [3.5, 6.5])
        #expect(x.averagePooled(2).scalars == [3.5, 6.5])
        #expect(halved(x, by: largest).scalars == [6, 12])  // which is max pooling
    }

    /// 14.5 · Why is `Flatten` needed after the adaptive average pooling?
    ///
    /// What it gives still has four axes, [batch, channels, 1, 1]. The linear layer works along the last axis and wants
    /// [batch, channels]. `Flatten` drops the two axes of length 1.
    ///
    /// - Shown by: `theFirstNet` in Chapters/14-ResidualNets/02b-AnySize.swift
    @Test func `14.5 two axes of length 1 are in the way`() async {
        let pooled = AdaptiveAveragePool2d(1)(.ones(3, 8, 5, 5))
        #expect(pooled.shape == [3, 8, 1, 1] && Flatten()(pooled).shape == [3, 8])
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            var random = SplitMix64(seed: 1405)
            _ = Linear(8, 10, using: &random)(AdaptiveAveragePool2d(1)(.ones(3, 8, 5, 5)))
        }
        #expect(message(of: result).contains("[3, 8, 1, 1]"))
        var random = SplitMix64(seed: 1405)
        #expect(Linear(8, 10, using: &random)(Flatten()(pooled)).shape == [3, 10])
    }
}
