import Layers
import Tensors
import TestSupport
import Testing
import Training

@testable import Vision

@Suite struct `A body` {
    @Test func `is what comes before the last pooling layer`() {
        var random = SplitMix64(seed: 1)
        let net = Sequential(
            Conv2d(3, 4, kernel: 3, using: &random), MaxPool2d(2), Conv2d(4, 7, kernel: 3, using: &random), ReLU(),
            AdaptiveAveragePool2d(1), Flatten(), Linear(7, 10, using: &random))
        let body = Body(cutting: net, name: "small")
        #expect(body.layers.layers.count == 4 && body.channels == 7 && body.isPretrained)
        #expect(body.groups == [0..<4])
        #expect(body.layers[0] === net[0])
        #expect(Body(cutting: net, at: 2, name: "small").channels == 4)
        #expect(Body(cutting: net, at: -4, name: "small").layers.layers.count == 3)
        #expect(Body(cutting: net, name: "small", splitAt: [1, 3]).groups == [0..<1, 1..<3, 3..<4])
    }

    @Test func `of a residual net gives its features`() {
        var random = SplitMix64(seed: 2)
        let net = ResNet(.resNet18, classes: 5, using: &random)
        let body = Body(net)
        #expect(body.name == "resnet18" && body.channels == 512 && body.layers.layers.count == 11)
        #expect(body.groups == [0..<7, 7..<11])
        let x = Tensor.randn(2, 3, 33, 40, using: &random)
        net.eval()
        #expect(noGrad { body.layers(x).scalars == net.features(x).scalars })
    }

    @Test func `of a mobile net gives its features, in four groups`() {
        var random = SplitMix64(seed: 4)
        let net = MobileNetV2(classes: 5, using: &random)
        let body = Body(net)
        #expect(body.name == "mobilenetv2" && body.channels == 1280 && body.isPretrained)
        #expect(body.groups == [0..<4, 4..<7, 7..<14, 14..<19])
        let x = Tensor.randn(2, 3, 64, 96, using: &random)
        net.eval()
        #expect(noGrad { body.layers(x).scalars == net.features(x).scalars })
        // A group ends where the next layer halves the map.
        let sizes = body.groups.map { group in
            noGrad { body.layers.layers[..<group.upperBound].reduce(x) { $1($0) } }.shape[3]
        }
        #expect(sizes == [24, 12, 6, 3])
        let new = Architecture.mobileNetV2.body(using: &random)
        #expect(!new.isPretrained && new.groups == body.groups)
    }

    @Test func `is measured without being changed`() {
        var random = SplitMix64(seed: 3)
        let layers = tinyBody(&random).layers
        layers[1].eval()
        let before = numbers(layers)
        _ = Body(layers, name: "tiny")
        #expect(numbers(layers) == before && layers.isTraining && !layers[1].isTraining)
    }

    @Test func `needs something to keep`() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            var random = SplitMix64(seed: 1)
            _ = Body(cutting: Sequential(Conv2d(3, 4, kernel: 3, using: &random), ReLU()), name: "small")
        }
        #expect(message(of: result).contains("none of its layers pools"))
    }
}

@Suite struct `A head` {
    private func kinds(_ head: Sequential) -> [String] { head.layers.map { "\(type(of: $0))" } }

    @Test func `is built as in the book's library`() {
        var random = SplitMix64(seed: 1)
        let head = HeadPlan().layers(512, outputs: 37, using: &random)
        #expect(
            kinds(head) == [
                "ConcatPool2d", "Flatten", "BatchNorm1d", "Dropout", "Linear", "ReLU", "BatchNorm1d", "Dropout",
                "Linear",
            ])
        #expect((head[3] as! Dropout).p == 0.25 && (head[7] as! Dropout).p == 0.5)
        let (first, last) = (head[4] as! Linear, head[8] as! Linear)
        #expect(first.weight.shape == [512, 1024] && last.weight.shape == [37, 512])
        #expect(first.bias == nil && last.bias == nil)
        // Normal with a deviation of √(2 / 1024).
        expectNear(first.weight.value.std().item, Float(2.0 / 1024).squareRoot(), absolute: 5e-4)
    }

    @Test func `may be smaller, and give answers of a range`() {
        var random = SplitMix64(seed: 1)
        let plan = HeadPlan(hidden: [], dropout: 0, poolsMaximum: false, range: -1...1)
        let head = plan.layers(8, outputs: 2, using: &random)
        #expect(kinds(head) == ["AdaptiveAveragePool2d", "Flatten", "BatchNorm1d", "Linear", "RangedSigmoid"])
        let y = head(Tensor.randn(4, 8, 3, 3, using: &random) * 100)
        #expect(y.shape == [4, 2] && y.scalars.allSatisfy { $0 >= -1 && $0 <= 1 })
    }

    @Test func `may have one more norm at its end, before the range`() throws {
        var random = SplitMix64(seed: 1)
        let plan = HeadPlan(hidden: [], dropout: 0, range: 0...1, normalizesEnd: true)
        let head = plan.layers(8, outputs: 2, using: &random)
        #expect(kinds(head).suffix(3) == ["Linear", "BatchNorm1d", "RangedSigmoid"])
        let norm = try #require(head[-2] as? BatchNorm1d)
        #expect(norm.gamma.count == 2 && norm.momentum == 0.01)
        #expect(HeadPlan(normalizesEnd: false) == HeadPlan())
    }

    @Test func `sees the largest and the mean of each map`() {
        let x = Tensor(shape: [1, 2, 2, 2], [1, 2, 3, 6, -1, -1, -1, 3])
        #expect(ConcatPool2d()(x).shape == [1, 4, 1, 1])
        #expect(ConcatPool2d()(x).scalars == [6, 3, 3, 0])
        #expect(RangedSigmoid(2...6)(Tensor([0])).scalars == [4])
    }
}

@Suite struct `Learning rates of groups` {
    @Test func `are evenly spaced by a factor`() {
        let rates = LearningRates.slice(1e-6, 1e-4).rates(3)
        for (rate, expected) in zip(rates, [1e-6, 1e-5, 1e-4] as [Float]) {
            expectNear(rate, expected, absolute: expected * 1e-5)
        }
        #expect(LearningRates.slice(1e-6, 1e-4).rates(1) == [1e-4])
    }

    @Test func `are a tenth but for the last group, or the same`() {
        for (rate, expected) in zip(LearningRates.slice(2e-3).rates(3), [2e-4, 2e-4, 2e-3] as [Float]) {
            expectNear(rate, expected, absolute: 1e-9)
        }
        let same: LearningRates = 3e-3
        #expect(same.rates(2) == [3e-3, 3e-3])
    }
}

@Suite struct `A head with a grid` {
    @Test func `knows where a feature is`() {
        var random = SplitMix64(seed: 1)
        let head = HeadPlan(hidden: [], dropout: 0, poolsMaximum: false, grid: 2).layers(1, outputs: 2, using: &random)
        head.eval()
        let left = Tensor(shape: [1, 1, 2, 2], [1, 0, 0, 0]), right = Tensor(shape: [1, 1, 2, 2], [0, 1, 0, 0])
        #expect(head(left).scalars != head(right).scalars)
        let pooled = HeadPlan(hidden: [], dropout: 0).layers(1, outputs: 2, using: &random)
        pooled.eval()
        #expect(pooled(left).scalars == pooled(right).scalars)
    }

    @Test func `has as many weights for each cell`() throws {
        var random = SplitMix64(seed: 1)
        let head = HeadPlan(hidden: [8], grid: 3).layers(4, outputs: 2, using: &random)
        let linear = try #require(head.layers.compactMap { $0 as? Linear }.first)
        #expect(linear.weight.shape == [8, 2 * 4 * 9])
        #expect(head(Tensor.randn(2, 4, 5, 7, using: &random)).shape == [2, 2])
    }
}

@Suite struct `A head that points` {
    @Test func `gives the middle of the cell that it finds, and nothing beyond`() throws {
        var random = SplitMix64(seed: 1)
        let head = PointingHead(2, places: 2, using: &random)
        try head.load(["maps.weight": Tensor(shape: [2, 2, 1, 1], [100, 0, 0, 100]), "maps.bias": .zeros(2)])
        var maps = [Float](repeating: 0, count: 2 * 3 * 4)
        (maps[0], maps[12 + 7]) = (1, 1)  // the first map's upper left cell; the second one's row 1, column 3
        let places = head(Tensor(shape: [1, 2, 3, 4], maps)).scalars
        let expected: [Float] = [-0.75, -2.0 / 3, 0.75, 0]
        #expect(zip(places, expected).allSatisfy { abs($0 - $1) < 1e-4 })
        #expect(head(.zeros(1, 2, 3, 4)).abs().max().item < 1e-5)
        #expect(HeadPlan.pointing.layers(5, outputs: 6, using: &random)(.zeros(2, 5, 3, 3)).shape == [2, 6])
    }
}
