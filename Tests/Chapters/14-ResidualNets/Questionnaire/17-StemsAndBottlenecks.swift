import Chapter14
import Layers
import Tensors
import TestSupport
import Testing

// MARK: A state-of-the-art ResNet and bottleneck layers: sections 14.7 and 14.8 of the book

extension `14 Questionnaire` {
    /// 14.17 · When can top-5 accuracy be a better measure than top-1 accuracy?
    ///
    /// When more than one answer is right or nearly so: if a picture shows several objects of which only one is the
    /// label, or if classes are easily confused, even by people who label them. Then top-1 punishes a net for seeing
    /// the other object, and measures chance; top-5 asks only that the label is among the five best. It needs many
    /// classes: with ten, half of all pictures are right within five guesses by luck.
    ///
    /// - Shown by: `topAccuracy` in Chapters/14-ResidualNets/07-TopFive.swift
    @Test func `14.17 a net that sees both objects is right within two, and half of the time with one`() {
        // Every picture shows the classes i and i + 1; half of the labels are the one, half the other.
        let (count, classes) = (10, 20)
        var seen = Tensor.zeros(count, classes)
        for i in 0..<count { seen[i, i..<i + 2] = Tensor([1, 1]) }
        let labels = IntTensor((0..<count).map { $0 + $0 % 2 })
        #expect(topAccuracy(seen, labels, k: 1) == 0.5)
        #expect(topAccuracy(seen, labels, k: 2) == 1)
        #expect(topAccuracy(seen, labels, k: 5) == 1)
        // A net that is sure of a wrong class is right in neither.
        let wrong = IntTensor((0..<count).map { ($0 + 9) % classes })
        #expect(topAccuracy(seen, wrong, k: 2) == 0)
        // By luck: all labels equally often, the same scores for all pictures.
        let same = Tensor.arange(10).reshaped(1, 10).expanded(to: [10, 10])
        #expect(topAccuracy(same, IntTensor(Array(0..<10)), k: 5) == 0.5)
    }

    /// 14.18 · What is the stem of a CNN?
    ///
    /// Its first few layers, which have another structure than the body that follows. In a modern ResNet they are three
    /// plain convolutions of 3 × 3, the first with a stride of 2, and max pooling; the body consists of residual
    /// blocks.
    ///
    /// - Shown by: `resnetStem` in Chapters/14-ResidualNets/07b-Stem.swift
    @Test func `14.18 the first layers are plain, and the others are blocks`() throws {
        var random = SplitMix64(seed: 1418)
        let layers = OwnResNet(classes: 10, blocks: [2, 2, 2, 2], using: &random).layers.layers
        let first = try #require(layers.firstIndex { $0 is OwnBlock })
        let last = try #require(layers.lastIndex { $0 is OwnBlock })
        #expect(layers[..<first].map { "\(type(of: $0))" } == ["ConvLayer", "ConvLayer", "ConvLayer", "MaxPool2d"])
        #expect(layers[first...last].allSatisfy { $0 is OwnBlock } && last - first + 1 == 8)
        // What it does: a quarter of the height and width, 64 channels.
        let stem = Sequential(Array(layers[..<first]))
        #expect(noGrad { stem(.zeros(1, 3, 128, 128)) }.shape == [1, 64, 32, 32])
    }

    /// 14.19 · Why do we use plain convolutions in the stem instead of ResNet blocks?
    ///
    /// Because a layer there is expensive: the grid is at its largest, so every weight is used at thousands of places,
    /// while most parameters are in the late layers, on small grids. A block with a stride has three convolutions and a
    /// pool. The stem has to be as simple and fast as possible.
    ///
    /// - Shown by: `ledger` in Chapters/14-ResidualNets/07b-Stem.swift
    @Test func `14.19 a weight of the stem costs hundreds of times as much as a late one`() throws {
        var random = SplitMix64(seed: 1419)
        let net = OwnResNet(classes: 10, blocks: [2, 2, 2, 2], using: &random)
        let rows = ledger(of: net, for: .zeros(1, 3, 128, 128))
        let (first, last) = (try #require(rows.first), try #require(rows.last))
        #expect(first.weights == 864 && first.places == 64 * 64)
        #expect(rows.map(\.weights).max() == 512 * 512 * 9 && last.places == 4 * 4)
        #expect(first.places == 256 * last.places)
        // The stem has few of the weights, and much of the work.
        let stem = rows.prefix(3)
        let share = { (number: (LedgerRow) -> Int) in
            Double(stem.reduce(0) { $0 + number($1) }) / Double(rows.reduce(0) { $0 + number($1) })
        }
        #expect(share(\.weights) < 0.005 && share(\.multiplications) > 0.15)
        // Three blocks in its place would be three times the work.
        let blocks = Sequential(
            OwnBlock(3, 32, stride: 2, using: &random), OwnBlock(32, 32, using: &random),
            OwnBlock(32, 64, using: &random))
        let work = { (rows: [LedgerRow]) in rows.reduce(0) { $0 + $1.multiplications } }
        #expect(work(ledger(of: blocks, for: .zeros(1, 3, 128, 128))) > 3 * work(Array(stem)))
    }

    /// 14.20 · How does a bottleneck block differ from a plain ResNet block?
    ///
    /// It has three convolutions instead of two. The first, 1 × 1, reduces the channels to a quarter, the second, 3 ×
    /// 3, works on these, and the third, 1 × 1, restores the number of channels. A plain block has two convolutions of
    /// 3 × 3 on all channels. The skip connection around them is the same.
    ///
    /// - Shown by: `bottleneckBody` in Chapters/14-ResidualNets/08-Bottleneck.swift
    /// - Shown by: `ResNetBlock` in Sources/Engine/Layers/ResNet.swift
    @Test func `14.20 one by one, three by three, one by one, with a quarter of the channels between`() {
        var random = SplitMix64(seed: 1420)
        func shapes(_ body: Sequential) -> [[Int]] {
            body.layers.compactMap { ($0 as? ConvLayer)?.convolution.weight.shape }
        }
        #expect(shapes(plainBody(256, 256, 1, &random)) == [[256, 256, 3, 3], [256, 256, 3, 3]])
        #expect(
            shapes(bottleneckBody(256, 256, 1, &random)) == [[64, 256, 1, 1], [64, 64, 3, 3], [256, 64, 1, 1]])
        // The stride is in the middle, and the skip connection makes both the identity at the start.
        let strides = bottleneckBody(256, 512, 2, &random).layers.compactMap { ($0 as? ConvLayer)?.convolution.stride }
        #expect(strides == [1, 2, 1])
        let x = Tensor.rand(2, 16, 5, 5, low: 0, high: 1, using: &random)
        for body in [plainBody, bottleneckBody] as [BlockBody] {
            #expect(OwnBlock(16, 16, body: body, using: &random)(x).scalars == x.scalars)
        }
    }

    /// 14.21 · Why is a bottleneck block faster?
    ///
    /// A convolution of 1 × 1 is cheap: it has a ninth of the weights of one of 3 × 3, and so a ninth of the
    /// multiplications at each place. And the one of 3 × 3 has only a quarter of the channels on both sides, a
    /// sixteenth of the work. So a bottleneck for 256 channels costs no more than a plain block for 64, and four times
    /// as many channels can be used in about the same time.
    ///
    /// - Shown by: `twoKindsOfBlocks` in Chapters/14-ResidualNets/08-Bottleneck.swift
    @Test func `14.21 four times the channels for fewer weights`() {
        var random = SplitMix64(seed: 1421)
        func work(_ body: Sequential, _ channels: Int) -> [Int] {
            ledger(of: body, for: .zeros(1, channels, 32, 32)).map(\.multiplications)
        }
        let plain = work(plainBody(64, 64, 1, &random), 64)
        let bottleneck = work(bottleneckBody(256, 256, 1, &random), 256)
        let wide = work(plainBody(256, 256, 1, &random), 256)
        #expect(plain.reduce(0, +) == 73_728 * 1024 && bottleneck.reduce(0, +) == 69_632 * 1024)
        #expect(16 * bottleneck[1] == wide[0])  // a quarter of the channels on both sides
        #expect(9 * 4 * bottleneck[0] == wide[0])  // 1 × 1, and a quarter of the filters
        #expect(wide.reduce(0, +) > 16 * bottleneck.reduce(0, +))
    }

    /// 14.22 · How do fully convolutional nets, and nets with adaptive pooling in general, allow progressive resizing?
    ///
    /// No layer depends on the size of the grid. Convolutions and norms have weights for channels and taps, not for
    /// places, and adaptive pooling makes a row of the same length of a grid of any size. So the same weights work on
    /// pictures of another size, and training can begin with small ones and go on with large ones.
    ///
    /// - Shown by: `fiftyLayers` in Chapters/14-ResidualNets/08b-ResNet50.swift
    /// - Shown by: `AdaptiveAveragePool2d` in Sources/Engine/Layers/Pooling.swift
    @Test func `14.22 the same weights learn from small pictures and from large ones`() {
        var random = SplitMix64(seed: 1422)
        let net = OwnResNet(classes: 3, blocks: [1, 1], width: 8, using: &random)
        let shapes = net.parameters.map(\.shape)
        for size in [32, 48] {
            let before = net.parameters.map { $0.value.scalars }
            net(.randn(4, 3, size, size, using: &random)).squared().sum().backward()
            net.parameters.forEach { $0.update { value, grad in value -= 0.01 * grad } }
            net.zeroGrad()
            #expect(net.parameters.map(\.shape) == shapes)
            #expect(zip(net.parameters, before).contains { $0.value.scalars != $1 })
        }
        // With a flattened grid instead, the last layer belongs to one size.
        let body = Sequential(Array(net.layers.layers.dropLast(3)))
        let counts = [32, 48].map { size in noGrad { body(.zeros(1, 3, size, size)) }.count }
        #expect(counts == [16 * 4 * 4, 16 * 6 * 6])
    }
}
