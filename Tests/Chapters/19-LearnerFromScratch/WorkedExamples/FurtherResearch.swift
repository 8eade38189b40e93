// Batch norm, the ResNet, Mixup and averaged weights: section 19.9.

import Chapter19
import Tensors
import TestSupport
import Testing

private struct DiskIsFull: Error {}

@Suite struct `19.9 Batch norm` {
    // PyTorch 2.13, in float64.
    @Test func `agrees with PyTorch in both modes`() {
        let layer = BatchNorm(2)
        layer.gamma.value = Tensor([1.5, -0.5])
        layer.beta.value = Tensor([0.2, 0.1])
        let x = Tensor(shape: [2, 2, 2, 2], [1, 2, 3, 4, 0, -1, 2, 5, 0, 0, 1, 1, 3, 3, -2, 0]).requiringGrad()
        layer.isTraining = true
        let y = layer(x)
        y.backward(gradient: Tensor.arange(16).reshaped(2, 2, 2, 2))
        func expect(_ found: Tensor, _ numbers: [Float]) {
            expectClose(found.reshaped(-1), Tensor(numbers), absolute: 5e-5, relative: 1e-4)
        }
        expect(
            y.detached(),
            [
                -0.366945, 0.766945, 1.900835, 3.034725, 0.381272, 0.606289, -0.068763, -0.743815, -1.500835,
                -1.500835, -0.366945, -0.366945, -0.29378, -0.29378, 0.831306, 0.381272,
            ])
        expect(
            x.grad!,
            [
                -7.24879, -4.09011, -0.93143, 2.22726, 1.28032, 1.08948, 0.76193, 0.43437, -0.20246, 0.93143, 4.09011,
                5.224, -0.62236, -0.84738, -0.90149, -1.19487,
            ])
        expect(layer.gamma.grad!, [-18.8981697, -2.7002082])
        expect(layer.beta.grad!, [44, 76])
        expect(layer.runningMean, [0.15, 0.125])
        expect(layer.runningVariance, [1.1, 1.4642857])
        layer.isTraining = false
        expect(layer(x).detached()[0, 0], [1.4156593, 2.8458467, 4.2760340, 5.7062214])
        expect(layer.runningMean, [0.15, 0.125])  // using it does not move the averages
    }

    @Test(arguments: Seeds.all)
    func `is the engine's, forward and back`(_ seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let values = 2 * Tensor.randn(6, 4, 3, 5, using: &random) - 1
        let (x, same, dy) = (values.requiringGrad(), values.requiringGrad(), Tensor.randn(6, 4, 3, 5, using: &random))
        let layer = BatchNorm(4)
        layer.isTraining = true
        let (y, engines) = (layer(x), same.batchNorm(.ones(4), .zeros(4)))
        y.backward(gradient: dy)
        engines.y.backward(gradient: dy)
        expectClose(y.detached(), engines.y.detached(), absolute: 1e-5)
        expectClose(x.grad!, same.grad!, absolute: 1e-5, relative: 1e-4)
        expectClose(layer.runningMean.reshaped(-1), 0.1 * engines.mean, absolute: 1e-6)
        #expect(!layer.runningMean.requiresGrad && !layer.runningVariance.requiresGrad)
    }
}

@Suite struct `19.9 ResNet` {
    @Test func `has PyTorch's number of parameters, and the shapes of the paper`() {
        var random = SplitMix64(seed: 1909)
        let net = resNet18(classes: 1000, using: &random)
        #expect(net.parameterCount == 11_689_512)
        let small = resNet18(classes: 7, filters: [2, 3, 4, 5], using: &random)
        var (x, shapes) = (Tensor.randn(2, 3, 64, 64, using: &random), [[Int]]())
        for layer in small.children {
            x = noGrad { layer(x) }
            shapes.append(Array(x.shape.dropFirst()))
        }
        #expect(
            shapes == [
                [2, 32, 32], [2, 16, 16], [2, 16, 16], [2, 16, 16], [3, 8, 8], [3, 8, 8], [4, 4, 4], [4, 4, 4],
                [5, 2, 2], [5, 2, 2], [5], [7],
            ])
    }

    @Test func `a block that has learned nothing passes on what it was given`() {
        var random = SplitMix64(seed: 1910)
        let block = ResidualBlock(4, 4, using: &random)
        for parameter in block.parameters { parameter.value = .zeros(parameter.value.shape) }
        let x = Tensor.rand(2, 4, 5, 5, using: &random)
        expectClose(block(x), x)
        #expect(ResidualBlock(4, 6, stride: 2, using: &random)(x).shape == [2, 6, 3, 3])
    }

    @Test func `learns with this chapter's Learner`() throws {
        var random = SplitMix64(seed: 1911)
        let items = (0..<32).map { index -> (x: Tensor, y: Int) in
            let stripes = Tensor.arange(16).sin().expanded(to: [3, 16, 16])
            return (
                (index % 2 == 0 ? stripes : stripes.transposed()) + 0.3 * Tensor.randn(3, 16, 16, using: &random),
                index % 2
            )
        }
        let net = resNet18(classes: 2, filters: [4, 4, 8, 8], using: &random)
        let loader = DataLoader(Pairs(items), batchSize: 8, shuffle: true, seed: 1)
        let results = TrackResults()
        try Learner(
            net, DataLoaders(train: loader, valid: loader), learningRate: 0.1, callbacks: [results],
            optimizer: { MomentumSGD($0, learningRate: $1, momentum: 0.5) }
        ).fit(6)
        #expect(results.rows(training: true).last!.accuracy > 0.9)
    }
}

@Suite struct `19.9 Mixup` {
    /// What the model is given and what its loss is, in each training batch.
    private final class Batches: Callback {
        var inputs: [Tensor] = [], losses: [Float] = [], scores: [Tensor] = []
        override func afterBatch() {
            guard self.model.isTraining else { return }
            inputs.append(self.batch.x)
            losses.append(self.batchLoss!.item)
        }
    }

    @Test func `the loss is that of mixed targets, for the mixture that the model was given`() throws {
        var random = SplitMix64(seed: 1912)
        let (mixup, batches) = (Mixup(using: &random), Batches())
        // Item i is the number i · 10, and its class is i: what is mixed can be read from the result.
        let items = (0..<4).map { (x: Tensor([Float(10 * $0), 1]), y: $0) }
        let loader = DataLoader(Pairs(items), batchSize: 4)
        let net = Linear(2, 4, using: &random)
        let scores = { (x: Tensor) in noGrad { net(x) } }
        try Learner(
            net, DataLoaders(train: loader, valid: loader), learningRate: 0, callbacks: [mixup, batches]
        ).fit(5)
        for (x, loss) in zip(batches.inputs, batches.losses) {
            let (sum, logs) = (x[0..., 0].sum().item, logSoftmax(scores(x)))
            expectClose(Tensor(sum), Tensor(60))  // each is in it as often as before
            // One share for the batch. It shows in the first item whose partner is another.
            let mixed = (0..<4).map { x[$0, 0].item / 10 }
            let found = (1...999).contains { thousandths in
                let share = Float(thousandths) / 1000
                return (0..<4).allSatisfy { own in
                    let partner = (mixed[own] - share * Float(own)) / (1 - share)
                    return abs(partner - partner.rounded()) < 0.02 && (0...3).contains(Int(partner.rounded()))
                }
            }
            #expect(found || mixed == [0, 1, 2, 3])
            #expect(loss > 0 && logs.shape == [4, 4])
        }
        #expect(Set(batches.inputs.map { $0.scalars }).count > 1)
    }

    @Test func `cross-entropy with a mixed target is the mixture of two`() {
        let scores = Tensor([[2, -1, 0.5], [0, 1, 3]])
        let (mine, others, share) = ([0, 2], [1, 0], Float(0.3))
        let targets = share * Tensor.eye(3).rows(mine) + (1 - share) * Tensor.eye(3).rows(others)
        let mixed = -(targets * logSoftmax(scores)).sum(axis: 1).mean()
        expectClose(share * crossEntropy(scores, mine) + (1 - share) * crossEntropy(scores, others), mixed)
    }

    @Test(arguments: [nil, DiskIsFull(), Cancel.batch, Cancel.epoch, Cancel.fit] as [(any Error)?])
    func `the usual loss is back afterwards, whatever happened`(_ error: (any Error)?) throws {
        var random = SplitMix64(seed: 1913)
        var calls = 0
        let interruption = error.map { Interrupting(with: $0, at: .beforeBatch) { $0.epoch == 1 } }
        let toy = toyLearner(train: 8, valid: 4)
        let learner = Learner(
            toy.model, toy.loaders,
            loss: {
                calls += 1
                return crossEntropy($0, $1)
            }, learningRate: 0.1, callbacks: [Mixup(using: &random)] + (interruption.map { [$0] } ?? []))
        do { try learner.fit(2) } catch is DiskIsFull {}
        calls = 0
        _ = learner.loss(Tensor([[0, 0]]), [1])
        #expect(calls == 1)  // a mixed loss would call it twice
    }

    @Test func `shares are between 0 and 1, symmetric, and mostly at the ends`() {
        var random = SplitMix64(seed: 1914)
        let shares = (0..<4000).map { _ in betaShare(0.4, using: &random) }
        #expect(shares.allSatisfy { (0...1).contains($0) })
        // Of Beta(0.4, 0.4) the mean is 1/2, the variance 1 / (4 (2 · 0.4 + 1)) = 0.1389.
        let mean = shares.reduce(0, +) / 4000
        let variance = shares.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 4000
        #expect(abs(mean - 0.5) < 0.03 && abs(variance - 0.1389) < 0.01)
        let even = (0..<4000).map { _ in betaShare(1, using: &random) }  // Beta(1, 1) is uniform
        #expect(abs(Double(even.count { $0 < 0.25 }) / 4000 - 0.25) < 0.03)
    }
}

@Suite struct `19.9 Averaged weights` {
    @Test func `training does not notice, and the weights are its own in the end`() throws {
        let (plain, averaged) = (
            toyLearner(train: 20, valid: 4), toyLearner(train: 20, valid: 4, callbacks: [AveragedWeights()])
        )
        try plain.fit(3)
        try averaged.fit(3)
        let pairs = zip(plain.model.parameters, averaged.model.parameters)
        #expect(pairs.allSatisfy { $0.value.scalars == $1.value.scalars })
    }

    @Test func `in validation the model has the mean of all steps so far, then a running one`() throws {
        final class Steps: Callback {
            var weights: [[Float]] = [], judged: [[Float]] = []
            override func afterBatch() {
                let now = self.model.parameters[0].value.scalars
                if self.model.isTraining { weights.append(now) } else { judged.append(now) }
            }
        }
        let steps = Steps()
        try toyLearner(train: 8, valid: 2, callbacks: [AveragedWeights(share: 0.2), steps]).fit(2)
        #expect(steps.weights.count == 8 && steps.judged.count == 2)
        var average = Tensor(steps.weights[0])
        for (number, weights) in steps.weights.enumerated() {
            average = average + max(0.2, 1 / Float(number + 1)) * (Tensor(weights) - average)
            if number == 3 {
                expectClose(Tensor(steps.judged[0]), average)
                expectClose(average, Tensor.stack(steps.weights[..<4].map { Tensor($0) }).mean(axis: 0))
            }
        }
        expectClose(Tensor(steps.judged[1]), average)
    }

    @Test func `they are given back when validation fails`() throws {
        func failing() -> Interrupting {
            Interrupting(with: DiskIsFull(), at: .beforeBatch) { !$0.model.isTraining }
        }
        let (plain, averaged) = (
            toyLearner(train: 20, valid: 4, callbacks: [failing()]),
            toyLearner(train: 20, valid: 4, callbacks: [AveragedWeights(), failing()])
        )
        for learner in [plain, averaged] { do { try learner.fit(1) } catch is DiskIsFull {} }
        let pairs = zip(plain.model.parameters, averaged.model.parameters)
        #expect(pairs.allSatisfy { $0.value.scalars == $1.value.scalars })
    }
}
