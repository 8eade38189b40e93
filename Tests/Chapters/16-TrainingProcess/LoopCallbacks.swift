// The callbacks of the chapter, each compared with what it should do.

import Chapter16
import Layers
import Tensors
import TestSupport
import Testing
import Training

/// Batches of random images of 6 pixels with one of three labels, and a net for them.
private func smallTask(_ seed: UInt64 = 16) -> (loaders: LabelledBatches, net: Sequential) {
    var random = SplitMix64(seed: seed)
    func batches(_ count: Int) -> DataLoader<(Tensor, IntTensor)> {
        let images = Tensor.rand(count, 6, using: &random)
        return DataLoader(TensorDataset(images, IntTensor((0..<count).map { $0 % 3 })), batchSize: 4)
    }
    let loaders = LabelledBatches(batches(14), batches(6))
    return (loaders, Sequential(Linear(6, 5, using: &random), ReLU(), Linear(5, 3, using: &random)))
}

private func trained(
    _ callbacks: [LoopCallback], epochs: Int = 3, learningRate: Float = 0.3
) throws -> (loop: TrainingLoop, weights: [[Float]]) {
    let (loaders, net) = smallTask()
    let loop = TrainingLoop(loaders, net, callbacks: callbacks)
    try loop.fit(epochs, learningRate: learningRate)
    return (loop, net.parameters.map { $0.value.scalars })
}

@Suite struct `The loop and the engine's Learner` {
    static let optimizers: [@Sendable ([Parameter], Float) -> any Optimizer] = [
        { SGD($0, learningRate: $1) }, { SGD($0, learningRate: $1, momentum: 0.9) }, { RMSProp($0, learningRate: $1) },
        { Adam($0, learningRate: $1, weightDecay: 0.1) }, { AdamW($0, learningRate: $1) },
    ]

    @Test(arguments: optimizers.indices)
    func `agree in every bit, with any optimizer`(_ number: Int) throws {
        let ((loaders, net), (others, same)) = (smallTask(), smallTask())
        let loop = TrainingLoop(loaders, net, optimizer: Self.optimizers[number])
        let learner = Learner(
            others, same, loss: { crossEntropy($0, $1) }, optimizer: Self.optimizers[number], metrics: [.accuracy])
        try loop.fit(3, learningRate: 0.05)
        try EpochReporting.silently { try learner.fit(3, learningRate: 0.05) }
        #expect(net.parameters.map { $0.value.scalars } == same.parameters.map { $0.value.scalars })
        #expect(loop.recorder.losses == learner.recorder.batchLosses)
        let (rows, theirs) = (loop.recorder.rows, learner.recorder.rows)
        #expect(
            rows.map(\.accuracy) == theirs.map { $0.metrics[0] } && rows.map(\.validLoss) == theirs.map(\.validLoss))
        expectClose(Tensor(rows.map(\.trainLoss)), Tensor(theirs.map(\.trainLoss)))
    }

    @Test func `set the same rates in a cycle`() throws {
        let ((loaders, net), (others, same)) = (smallTask(), smallTask())
        let scheduler = ParameterScheduler(learningRate: .oneCycle(0.1), momentum: .oneCycleMomentum())
        let loop = TrainingLoop(loaders, net, optimizer: { Adam($0, learningRate: $1) }, callbacks: [scheduler])
        let learner = Learner(
            others, same, loss: { crossEntropy($0, $1) }, optimizer: { Adam($0, learningRate: $1) })
        try loop.fit(5, learningRate: 0.1)
        try EpochReporting.silently { try learner.fitOneCycle(5, learningRate: 0.1) }
        expectClose(Tensor(loop.recorder.learningRates), Tensor(learner.recorder.learningRates), absolute: 1e-7)
        expectClose(Tensor(loop.recorder.momenta), Tensor(learner.recorder.momenta))
    }
}

@Suite struct `A callback of the chapter` {
    @Test func `clips as the engine's does`() throws {
        let clip = GradientClip(to: 0.2)
        let loop = try trained([clip])
        let (loaders, net) = smallTask()
        let learner = Learner(
            loaders, net, loss: { crossEntropy($0, $1) }, callbacks: [GradientClipping(toNorm: 0.2)])
        try EpochReporting.silently { try learner.fit(3, learningRate: 0.3) }
        #expect(loop.weights == net.parameters.map { $0.value.scalars })
        #expect(clip.lengths.count == 12 && clip.lengths.contains { $0 > 0.2 })
    }

    @Test func `leaves out a step with a gradient that is no number`() throws {
        final class Spoiler: LoopCallback {
            override class var runsBefore: [LoopCallback.Type] { [GradientClip.self] }
            override func afterBackward() {
                if self.trainedBatches == 1 { self.model.parameters[0].grad! *= .nan }
            }
        }
        let trace = EventTrace()
        let (loop, weights) = try trained([trace, GradientClip(to: 1), Spoiler()], epochs: 1)
        #expect(trace.events.count { $0 == .afterStep } == 3 && trace.events.count { $0 == .afterCancelBatch } == 1)
        #expect(weights.joined().allSatisfy(\.isFinite) && loop.recorder.losses.allSatisfy(\.isFinite))
    }

    @Test func `measures the steps of plain descent: the rate times the gradient`() throws {
        let sizes = StepSizes()
        let (loop, _) = try trained([sizes], epochs: 1)
        #expect(sizes.shares.count == 4 && sizes.gradients.count == 4)
        let length = loop.model.parameters.reduce(0) { $0 + $1.value.squared().sum().item }.squareRoot()
        expectClose(Tensor(sizes.shares.last! * length), Tensor(0.3 * sizes.gradients.last!), relative: 1e-3)
    }

    @Test func `mixes training batches, and no others`() throws {
        final class Inputs: LoopCallback {
            var learned: [[Float]] = [], judged: [[Float]] = []
            override func afterPrediction() {
                if self.isTraining { learned.append(self.x.scalars) } else { judged.append(self.x.scalars) }
            }
        }
        let (plain, mixed, again) = (Inputs(), Inputs(), Inputs())
        _ = try trained([plain], epochs: 1)
        let first = try trained([Mixup(1, seed: 3), mixed], epochs: 1)
        let second = try trained([Mixup(1, seed: 3), again], epochs: 1)
        #expect(mixed.judged == plain.judged && mixed.learned != plain.learned)
        #expect(mixed.learned == again.learned && first.weights == second.weights)
        // A mixture of the rows of the batch keeps their sum.
        for (one, other) in zip(mixed.learned, plain.learned) {
            expectClose(Tensor(one).sum(), Tensor(other).sum(), relative: 1e-4)
        }
    }

    @Test func `tells how far the training is`() throws {
        var lines: [String] = []
        try tinyLoop(train: 4, valid: 1, callbacks: [BatchProgress { lines.append($0) }]).fit(2, learningRate: 0)
        #expect(lines.count == 14 && lines[4] == "" && lines[6] == "")
        #expect(
            lines[0].hasPrefix("epoch 1/2 ██░░░░░░░░ 1/4, loss ") && lines[5] == "epoch 1/2 ██████████ 1/1, validating")
        #expect(lines[10].hasPrefix("epoch 2/2 ██████████ 4/4, loss "))
    }

    @Test func `keeps numbers of all layers, in training only`() throws {
        let statistics = ActivationStatistics()
        let (loop, _) = try trained([statistics], epochs: 2)
        #expect(statistics.layers.map(\.count) == [8, 8, 8])
        let relu = statistics.layers[1]
        #expect(relu.allSatisfy { $0.mean >= 0 && (0...1).contains($0.nearZero) })
        #expect(!loop.isTraining)
    }
}
