// Schedules: their values, and that training follows them.

import Foundation
import Layers
import Tensors
import TestSupport
import Testing
import Training

struct `Schedules` {
    private func values(_ schedule: Schedule, _ times: [Double] = [0, 0.25, 0.5, 1]) -> [Float] {
        times.map { schedule($0) }
    }

    @Test func `constant, linear, cosine, exponential and step`() {
        #expect(values(.constant(3)) == [3, 3, 3, 3])
        #expect(values(.linear(1, 5)) == [1, 2, 3, 5])
        expectClose(Tensor(values(.cosine(1, 3))), Tensor([1, 2 - Float(0.5).squareRoot(), 2, 3]))
        expectClose(Tensor(values(.exponential(1e-4, 1))), Tensor([1e-4, 1e-3, 1e-2, 1]))
        expectClose(Tensor(values(.step(8, times: 0.5, at: [0.25, 0.6]))), Tensor([8, 4, 4, 2]))
    }

    @Test func `before the beginning and after the end it is the nearer end`() {
        #expect(values(.linear(1, 5), [-1, 2]) == [1, 5])
    }

    @Test func `a sequence goes through its parts`() {
        let sequence = Schedule.sequence((0.25, .linear(0, 1)), (0.25, .constant(7)), (0.5, .linear(2, 4)))
        #expect(values(sequence, [0, 0.125, 0.25, 0.49, 0.5, 0.75, 1]) == [0, 0.5, 7, 7, 2, 3, 4])
    }

    @Test func `one cycle is the book's`() {
        // pct, rate and momentum of a cycle to 0.01, by fastai's formula.
        let rise = { (t: Double) in 0.01 / 25 + (1 + cos(.pi * (1 - t / 0.25))) * (0.01 - 0.01 / 25) / 2 }
        let fall = { (t: Double) in 0.01 + (1 + cos(.pi * (1 - (t - 0.25) / 0.75))) * (0.01 / 1e5 - 0.01) / 2 }
        let times = [0, 0.1, 0.2, 0.25, 0.3, 0.6, 0.99, 1]
        let expected = times.map { Float($0 < 0.25 ? rise($0) : fall($0)) }
        expectClose(Tensor(values(.oneCycle(0.01), times)), Tensor(expected), absolute: 1e-12)
        expectClose(Tensor(values(.oneCycle(1), [0, 0.25, 1])), Tensor([0.04, 1, 1e-5]), absolute: 0)
        expectClose(Tensor(values(.oneCycleMomentum(), [0, 0.125, 0.25, 1])), Tensor([0.95, 0.9, 0.85, 0.95]))
    }

    @Test func `flat cosine stays, then falls`() {
        expectClose(
            Tensor(values(.flatCosine(2, flat: 0.5, endDivisor: 10), [0, 0.49, 0.75, 1])), Tensor([2, 2, 1.1, 0.2]))
    }

    @Test func `a schedule can be multiplied, for a single group`() {
        #expect(values(0.5 * .linear(2, 4)) == [1, 1.25, 1.5, 2])
    }
}

struct `Training under a schedule` {
    @Test func `every batch has its own learning rate and momentum`() throws {
        let learner = momentumRegression()
        try EpochReporting.silently { try learner.fitOneCycle(2, learningRate: 0.1) }
        let times = (0..<8).map { Double($0) / 8 }
        #expect(learner.recorder.learningRates == times.map { Schedule.oneCycle(0.1)($0) })
        #expect(learner.recorder.momenta == times.map { Schedule.oneCycleMomentum()($0) })
        #expect(learner.callbacks.isEmpty)
    }

    @Test func `a loop by hand with the same schedule gives the same weights`() throws {
        let learner = momentumRegression(), model = regression().model
        let sgd = SGD(model.parameters, learningRate: 0, momentum: 0.9)
        let rate = Schedule.flatCosine(0.1)
        for step in 0..<8 {
            let batch = Array(learner.loaders.train)[step % 4]
            sgd.learningRate = rate(Double(step) / 8)
            mseLoss(model(batch.0), batch.1).backward()
            sgd.step()
            sgd.zeroGrad()
        }
        try EpochReporting.silently { try learner.fitFlatCosine(2, learningRate: 0.1) }
        #expect(learner.weights == model.parameters.flatMap(\.value.scalars))
    }

    @Test func `groups keep their shares of the rate`() throws {
        let model = regression().model
        let groups = ParameterGroup.spread(model.parameters.map { [$0] }, lowest: 0)
        let learner = Learner(regression().loaders, model, loss: mseLoss) { _, rate in
            SGD(groups: groups, learningRate: rate)
        }
        let before = learner.weights
        try EpochReporting.silently { try learner.fitOneCycle(1, learningRate: 0.1) }
        #expect(learner.weights[..<2] == before[..<2] && learner.weights[2] != before[2])
    }
}

/// A learner with momentum, for data in a fixed order.
func momentumRegression(
    shuffled: Bool = false, seed: UInt64 = 1, callbacks: [any Callback] = []
) -> TensorLearner {
    let plain = regression(seed: seed, shuffled: shuffled)
    return Learner(
        plain.loaders, plain.model, loss: mseLoss,
        optimizer: { SGD($0, learningRate: $1, momentum: 0.9) }, callbacks: callbacks)
}
