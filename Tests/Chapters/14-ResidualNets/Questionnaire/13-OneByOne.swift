// Questions 14.13 to 14.16: 1 × 1 convolutions, noop, and the loss landscape.

import Chapter14
import Layers
import Tensors
import TestSupport
import Testing
import Training

extension `14 Questionnaire` {
    /// 14.13 · How can a 1 × 1 convolution be written with vector dot products?
    ///
    /// At each pixel the channels are a vector, and each filter is a vector of as many weights. The output at that
    /// pixel has the dot product of the two for each filter.
    ///
    /// - Shown by: `dotProduct` in Chapters/14-ResidualNets/05-OneByOne.swift
    /// - Shown by: `pointwise` in Chapters/14-ResidualNets/05-OneByOne.swift
    @Test func `14.13 a dot product at each pixel for each filter`() {
        var random = SplitMix64(seed: 1413)
        let (x, weight) = (Tensor.randn(2, 5, 3, 4, using: &random), Tensor.randn(6, 5, 1, 1, using: &random))
        let y = x.conv2d(weight)
        for (image, filter, row, column) in [(0, 0, 0, 0), (1, 5, 2, 3), (0, 3, 1, 2)] {
            let vector = x[image, 0..., row, column]
            let product = vector.dot(weight[filter].flattened()).item
            #expect(abs(product - y[image, filter, row, column].item) < 1e-5)
            #expect(
                abs(product - dotProduct(x[image], row: row, column: column, weights: weight[filter].flattened()))
                    < 1e-5)
        }
        expectClose(pointwise(x, weight.flattened(from: 1)), y, absolute: 1e-5)
    }

    /// 14.14 · Make a 1 × 1 convolution with `F.conv2d` or `nn.Conv2d` (ours: `conv2d`, `Conv2d`), and apply it to an
    /// image. What happens to the shape?
    ///
    /// Height and width stay, without any padding. The number of channels becomes the number of filters.
    ///
    /// - Shown by: `oneByOne` in Chapters/14-ResidualNets/05-OneByOne.swift
    @Test func `14.14 only the channels change`() {
        var random = SplitMix64(seed: 1414)
        let image = Tensor.randn(1, 3, 31, 47, using: &random)
        #expect(image.conv2d(.randn(8, 3, 1, 1, using: &random)).shape == [1, 8, 31, 47])
        #expect(Conv2d(3, 2, kernel: 1, using: &random)(image).shape == [1, 2, 31, 47])
        #expect(Conv2d(3, 2, kernel: 3, using: &random)(image).shape == [1, 2, 29, 45])  // 3 × 3 loses a rim
    }

    /// 14.15 · What does `noop` return?
    ///
    /// What it is given, unchanged.
    ///
    /// - Shown by: `noop` in Chapters/14-ResidualNets/04-SkipConnections.swift
    @Test func `14.15 its argument`() {
        #expect(noop(5) == 5 && noop("x") == "x")
        var random = SplitMix64(seed: 1415)
        let x = Tensor.randn(2, 4, 5, 5, using: &random)
        #expect(noop(x).scalars == x.scalars)
        #expect(ResBlock(4, 4, using: &random).skipped(x).scalars == x.scalars)  // where a block needs nothing else
    }

    /// 14.16 · Explain figure 14-3.
    ///
    /// It shows the loss of a deep net as a surface over two directions in which its weights are changed. Without skip
    /// connections it is jagged, full of peaks and valleys; with them it is a smooth bowl. On a smooth surface the
    /// gradient at one place says something about places further on, so descent finds its way, with longer steps, and
    /// does not get caught in bad valleys.
    ///
    /// - Shown by: `Landscape` in Chapters/14-ResidualNets/06-LossLandscape.swift
    /// - Shown by: `twoLandscapes` in Chapters/14-ResidualNets/06c-TwoLandscapes.swift
    @Test func `14.16 the loss over two directions in which the weights are moved`() {
        var random = SplitMix64(seed: 1416)
        let net = plainDeepNet(layers: 4, classes: 3, using: &random)
        let (x, labels) = (Tensor.randn(9, 3, 32, 32, using: &random), IntTensor([0, 1, 2, 0, 1, 2, 0, 1, 2]))
        net.train()
        let here = noGrad { crossEntropy(net(x), labels).item }
        let before = net.parameters.map(\.value.scalars)
        let landscape = Landscape(around: net, x, labels, using: &random)
        #expect(landscape.loss(0, 0) == here)
        let there = landscape.loss(0.5, 0)
        #expect(there != here && landscape.loss(0, 0.5) != there)
        #expect(net.parameters.map(\.value.scalars) != before)
        #expect(landscape.loss(0, 0) == here && net.parameters.map(\.value.scalars) == before)
        // Smooth, in numbers: a bowl has one dip, a zigzag one at every second point, a plateau none.
        #expect(dips(in: [4, 1, 0, 1, 4]) == 1)
        #expect(dips(in: [1, 0, 1, 0, 1, 0, 1]) == 3)
        #expect(dips(in: [2, 2, 2]) == 0 && dips(in: [1, 2, 3]) == 0 && dips(in: []) == 0)
    }
}
