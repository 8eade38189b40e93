// The book's numbers about stem, ResNets and bottlenecks, and what the pages say of theirs: sections 14.7 and 14.8.

import Chapter14
import ChapterSupport
import Layers
import Tensors
import TestSupport
import Testing
import Training

private func net(
    _ blocks: [Int], classes: Int = 10, isDeep: Bool = false, width: Int = 64
) -> OwnResNet {
    var random = SplitMix64(seed: 14)
    return OwnResNet(
        classes: classes, blocks: blocks, expansion: isDeep ? 4 : 1, width: width,
        body: isDeep ? bottleneckBody : plainBody, using: &random)
}

@Suite struct `14 The book's ResNets` {
    @Test func `have the parameters that the book's have`() {
        #expect(net([2, 2, 2, 2]).parameterCount == 11_200_874)
        #expect(net([3, 4, 6, 3], isDeep: true).parameterCount == 23_547_754)
    }

    /// Printed in the book: (3, 32, 32, 64) is three layers and the pool, with eps 1e-5 and momentum 0.1.
    @Test func `have the stem that the book prints`() throws {
        var random = SplitMix64(seed: 7)
        let stem = resnetStem([3, 32, 32, 64], using: &random)
        let layers = stem.compactMap { $0 as? ConvLayer }
        #expect(layers.count == 3 && stem.count == 4)
        #expect(layers.map(\.convolution.weight.shape) == [[32, 3, 3, 3], [32, 32, 3, 3], [64, 32, 3, 3]])
        #expect(layers.map(\.convolution.stride) == [2, 1, 1] && layers.map(\.convolution.padding) == [1, 1, 1])
        #expect(layers.allSatisfy { $0.convolution.bias == nil && $0.hasActivation })
        #expect(layers.allSatisfy { $0.norm?.epsilon == 1e-5 && $0.norm?.momentum == 0.1 })
        let pool = try #require(stem.last as? MaxPool2d)
        #expect(pool.kernel == 3 && pool.stride == 2 && pool.padding == 1)
    }

    @Test func `end in grids of 32, 16, 8 and 4 for a picture of 128`() {
        let net = net([1, 1, 1, 1], width: 8)
        var (x, sides) = (Tensor.zeros(1, 3, 128, 128), [Int]())
        for layer in net.layers.layers.dropLast(3) {
            x = noGrad { layer(x) }
            sides.append(x.shape[2])
        }
        #expect(sides == [64, 64, 64, 32, 32, 16, 8, 4])
    }

    @Test func `take the same weights at 128 and at 224`() {
        let net = net([1, 1, 1, 1], isDeep: true, width: 8)
        net.eval()
        for size in [1, 31, 128, 224] { #expect(noGrad { net(.zeros(2, 3, size, size)) }.shape == [2, 10]) }
    }

    @Test(arguments: [false, true])
    func `are made of the engine's blocks, but for what the paths do to the shape`(_ isDeep: Bool) {
        var random = SplitMix64(seed: 5)
        let channels = isDeep ? 32 : 8
        let ours = OwnBlock(channels, channels, body: isDeep ? bottleneckBody : plainBody, using: &random)
        let its = ResNetBlock(channels, 8, isBottleneck: isDeep, using: &random)
        for (own, other) in zip(ours.parameters, its.parameters) { own.assign(other.value) }
        let x = Tensor.randn(3, channels, 7, 6, using: &random)
        let (a, b) = (x.requiringGrad(), x.requiringGrad())
        let (y, z) = (ours(a), its(b))
        expectClose(y.detached(), z.detached(), absolute: 1e-5)
        let dy = Tensor.randn(y.shape, using: &random)
        y.backward(gradient: dy)
        z.backward(gradient: dy)
        expectClose(a.grad!, b.grad!, absolute: 1e-4, relative: 1e-4)
    }

    @Test(arguments: [(1, 4, 4), (2, 4, 8), (2, 5, 8), (1, 6, 12)])
    func `have blocks that fit for every stride, size and width`(_ stride: Int, _ side: Int, _ filters: Int) {
        var random = SplitMix64(seed: 6)
        for body in [plainBody, bottleneckBody] as [BlockBody] {
            let block = OwnBlock(4, filters, stride: stride, body: body, using: &random)
            let places = (side + stride - 1) / stride
            #expect(block(.randn(2, 4, side, side, using: &random)).shape == [2, filters, places, places])
            #expect((block.pool == nil) == (stride == 1) && (block.widening == nil) == (filters == 4))
        }
    }
}

@Suite struct `14.7 and 14.8 Experiments` {
    @Test func `every number of the book is beside ours`() throws {
        let run = try ChapterRun.quick(of: ResidualNets.self)
        let books = Dictionary(uniqueKeysWithValues: run.records.map { ($0.name, $0.book) })
        #expect(books["resnet18/accuracy"] == 0.757197 && books["resnet18/train-loss"] == 0.760280)
        #expect(books["resnet50/accuracy"] == 0.872611 && books["resnet50/valid-loss"] == 0.411752)
        #expect(run["stem/weights-of-first-convolution"] == 864 && books["stem/weights-of-first-convolution"] == 864)
        #expect(run["body/weights-of-last-widening"] == 1_179_648)
        #expect(books["body/weights-of-last-widening"] == 1_179_648)
        #expect(run["parameters/resnet-18"] == 11_200_874 && run["parameters/resnet-50"] == 23_547_754)
    }
}

@Suite struct `14 Right within k` {
    @Test func `one guess is the usual accuracy, and all guesses are always right`() {
        var random = SplitMix64(seed: 8)
        let scores = Tensor.randn(50, 6, using: &random)
        let labels = IntTensor((0..<50).map { $0 % 6 })
        #expect(topAccuracy(scores, labels, k: 1) == Metric<IntTensor>.accuracy.value(scores, labels))
        #expect(topAccuracy(scores, labels, k: 6) == 1)
        let shares = (1...6).map { topAccuracy(scores, labels, k: $0) }
        #expect(shares == shares.sorted())
    }
}

@Suite struct `14 Averages that lag behind` {
    @Test func `catch up with the weights, which stay`() {
        let net = net([1], width: 8)
        var random = SplitMix64(seed: 9)
        let x = Tensor.randn(16, 3, 32, 32, using: &random) * 3 + 1
        let weights = net.parameters.map { $0.value.scalars }
        for _ in 0..<200 { catchUp(net, [x]) }
        #expect(net.parameters.map { $0.value.scalars } == weights && !net.isTraining)
        // With averages of this very batch, use gives nearly what training gives.
        let inUse = noGrad { net(x) }
        net.train()
        expectClose(inUse, noGrad { net(x) }, absolute: 0.02, relative: 0.02)
    }
}
