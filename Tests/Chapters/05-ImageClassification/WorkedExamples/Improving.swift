// What is exact in section 5.6, and hand-made functions beside the engine's.

import Foundation
import Layers
import Tensors
import TestSupport
import Testing
import Training
import Vision

@testable import Chapter05

@Suite struct `5.6 The learning-rate finder` {
    @Test(arguments: [
        (74, 8.32e-3, true), (60, 6.31e-3, false), (38, 1.0964782268274575e-05, true),
        (15, 1.5848931980144698e-06, false),
    ])
    func `tries the rates that the book's suggestions come from`(_ step: Int, _ printed: Double, _ isTenth: Bool) {
        let rate = Double(searchedRates()[step]) / (isTenth ? 10 : 1)
        #expect(abs(rate / printed - 1) < (step > 50 ? 5e-4 : 1e-6), "\(rate)")
        #expect(searchedRates().count == 100 && searchedRates()[0] == 1e-7)
    }

    @Test func `by hand gives the engine's losses`() throws {
        func parts() -> (Learner<Tensor, IntTensor>, Sequential) {
            var random = SplitMix64(seed: 3)
            let x = Tensor.randn(24, 5, using: &random)
            let y = IntTensor((0..<24).map { $0 % 3 })
            let net = Sequential(Linear(5, 8, using: &random), ReLU(), Linear(8, 3, using: &random))
            let loader = DataLoader(TensorDataset(x, y), batchSize: 8)
            let learner = Learner(
                DataLoaders(loader, loader), net, loss: { crossEntropy($0, $1) },
                optimizer: { AdamW($0, learningRate: $1) })
            return (learner, net)
        }
        let curve = try parts().0.findLearningRate(steps: 60)
        let (learner, net) = parts()
        let train = learner.loaders.train
        let losses = searchedLosses(searchedRates(steps: 60), net, batches: (0..<60).lazy.flatMap { _ in train })
        #expect(losses.count == curve.losses.count)
        expectClose(Tensor(losses), Tensor(curve.losses), absolute: 1e-4)
        expectClose(Tensor(Array(searchedRates(steps: 60).prefix(losses.count))), Tensor(curve.rates), absolute: 1e-6)
    }
}

@Suite struct `5.6 Transfer` {
    @Test func `a new head keeps the layers of the body`() {
        var random = SplitMix64(seed: 5)
        let body = Sequential(Conv2d(3, 4, kernel: 3, padding: 1, using: &random), ReLU())
        let ten = withNewHead(body, channels: 4, classes: 10, using: &random)
        let other = withNewHead(ten, channels: 4, classes: 37, using: &random)
        #expect(other.layers.count == 5 && other.layers[0] === body.layers[0] && other.layers[1] === body.layers[1])
        let x = Tensor.randn(2, 3, 6, 6, using: &random)
        #expect(ten(x).shape == [2, 10] && other(x).shape == [2, 37])
    }

    @Test func `a head learns from features`() throws {
        var random = SplitMix64(seed: 6)
        let y = IntTensor((0..<60).map { $0 % 3 })
        let means = Tensor.eye(3) * 4
        let x = Tensor.stack((0..<60).map { means[$0 % 3] }) + Tensor.randn(60, 3, using: &random)
        let trained = try trainedHead(
            train: (x[0..<45], y[0..<45]), valid: (x[45..<60], y[45..<60]), classes: 3, epochs: 60, rate: 3e-2,
            using: &random)
        #expect(trained.errors.count == 60 && trained.errors.last! < 0.15)
    }

    @Test func `tables stand beside the book's, epoch by epoch`() {
        let table = BookTrainings.beside([], BookTrainings.chosen, frozen: (0, 1))
        #expect(table.rows.count == 3)
        // Every error rate is a number of photos out of 1,478.
        let all = [
            BookTrainings.tooHigh, BookTrainings.chosen, BookTrainings.frozen, BookTrainings.unfrozen,
            BookTrainings.frozenAgain, BookTrainings.discriminative, BookTrainings.deeperFrozen, BookTrainings.deeper,
        ].joined()
        for row in all {
            let photos = row[2] * 1478
            #expect(abs(photos - photos.rounded()) < 2e-3, "\(row)")
        }
    }
}

@Suite struct `5.6 Half precision` {
    @Test func `rounds to the nearest, ties to even`() {
        #expect(half(2049) == 2048 && half(2051) == 2052 && half(65_504) == 65_504 && half(-65_520) == -.infinity)
        #expect(half(0.1) == 0.0999755859375 && half(0x1p-24) == 0x1p-24 && half(0x1p-25) == 0)
        #expect(spacingOfHalves(at: 1) == 0x1p-10 && spacingOfHalves(at: 2048) == 2)
        #expect(halves(Tensor([[1.0001, 70_000]])).scalars == [1, .infinity])
    }

    @Test func `what rounding takes, masters and a scale bring back`() {
        var random = SplitMix64(seed: 8)
        let x = Tensor.randn(30, 10, using: &random)
        let y = IntTensor((0..<30).map { $0 % 3 })
        let ends = TrainedWith.allCases.map { way in
            var random = SplitMix64(seed: 9)
            let losses = mixedTraining(
                x, y, classes: 3, way, steps: 60, rate: 0.01, share: 0x1p-22, using: &random)
            return losses.last! - losses[0]
        }
        // How far the loss falls: far in single precision, hardly in halves, and as far again with both remedies.
        #expect(ends[0] < -0.05 && ends[1] > ends[0] / 2 && abs(ends[3] / ends[0] - 1) < 0.05)
    }

    @Test func `gradients are rounded on their way back`() {
        let x = Tensor([1.0001, 3]).requiringGrad()
        (InHalves()(x) * Tensor([1e-9, 1])).sum().backward()
        #expect(x.grad!.scalars == [0, 1])
    }
}

@Suite struct `5.6 Memory` {
    @Test func `activations are counted layer by layer`() {
        var random = SplitMix64(seed: 7)
        let net = Sequential(
            Conv2d(3, 4, kernel: 3, padding: 1, using: &random), ReLU(), AdaptiveAveragePool2d(1), Flatten(),
            Linear(4, 2, using: &random))
        #expect(activationsOfAPhoto(net, size: 8) == 2 * 4 * 64 + 4 + 4 + 2)
    }
}
