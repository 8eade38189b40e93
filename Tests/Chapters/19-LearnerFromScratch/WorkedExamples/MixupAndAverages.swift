// Mixup and averaged weights: section 19.9.

import Chapter19
import Tensors
import TestSupport
import Testing

private struct DiskIsFull: Error {}

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

    @Test(arguments: [true, false])
    func `validation is judged by the usual loss, even if another callback ends every pass`(_ isFirst: Bool) throws {
        var random = SplitMix64(seed: 1915)
        let (mixup, short, losses) = (Mixup(using: &random), ShortEpochs(1), ValidationLosses())
        // Batches of 3 and of 2: a loss that mixes the labels of another batch would not even fit.
        let toy = toyLearner(train: 9, valid: 9, batchSize: 3)
        let valid = DataLoader(toy.loaders.valid.dataset, batchSize: 2)
        let learner = Learner(
            toy.model, DataLoaders(train: toy.loaders.train, valid: valid), learningRate: 0.1,
            callbacks: [losses] + (isFirst ? [short, mixup] : [mixup, short]))
        try learner.fit(2)
        #expect(losses.found.count == 2 && losses.found == losses.expected)
    }

    /// The loss of each validation batch, and what it should be.
    private final class ValidationLosses: Callback {
        var found: [Float] = [], expected: [Float] = []
        override func afterBatch() {
            guard !self.model.isTraining else { return }
            found.append(self.batchLoss!.item)
            expected.append(crossEntropy(self.scores!, self.batch.y).item)
        }
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
