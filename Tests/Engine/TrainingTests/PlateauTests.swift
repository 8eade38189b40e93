// The learning rate falls where a number of the epoch table no longer improves. (Long sequences of numbers are compared
// with PyTorch's scheduler in GoldenTests.)

import Layers
import Tensors
import TestSupport
import Testing
import Training

struct `A plateau` {
    /// The learning rate of every epoch, from 1 on, for a metric of these values.
    private func rates(_ values: [Float], _ plateau: ReduceLearningRateOnPlateau) throws -> [Float] {
        var epoch = 0
        let metric = Metric<Tensor>("score") { _, _ in values[epoch] }
        let learner = regression(batchSize: 32, metrics: [metric], callbacks: [plateau, Counter { epoch = $0 + 1 }])
        try learner.trained(values.count, 1)
        return learner.recorder.learningRates
    }

    @Test func `is more epochs without an improvement than patience lasts`() throws {
        let plateau = ReduceLearningRateOnPlateau("score", factor: 0.5, patience: 1)
        #expect(try rates([3, 2, 2, 2, 1, 1, 1, 1], plateau) == [1, 1, 1, 1, 0.5, 0.5, 0.5, 0.25])
        #expect(plateau.best == 1)
    }

    @Test func `may be at the top`() throws {
        let plateau = ReduceLearningRateOnPlateau("score", mode: .max, factor: 0.5, patience: 0)
        #expect(try rates([1, 2, 3, 3, 4, 0, 9], plateau) == [1, 1, 1, 1, 0.5, 0.5, 0.25])
        #expect(plateau.best == 9)
    }

    @Test func `is one where improvements are smaller than the threshold`() throws {
        let numbers: [Float] = [10, 9.5, 8.5, 8, 7.5]
        let share = ReduceLearningRateOnPlateau("score", factor: 0.5, patience: 0, threshold: .relative(0.1))
        #expect(try rates(numbers, share) == [1, 1, 0.5, 0.5, 0.25])
        let size = ReduceLearningRateOnPlateau("score", factor: 0.5, patience: 0, threshold: .absolute(1.75))
        #expect(try rates(numbers, size) == [1, 1, 0.5, 0.25, 0.25])
    }

    @Test func `is not looked for while the rate cools down`() throws {
        let plateau = ReduceLearningRateOnPlateau("score", factor: 0.5, patience: 0, cooldown: 2)
        #expect(try rates([1, 1, 1, 1, 1, 1], plateau) == [1, 1, 0.5, 0.5, 0.5, 0.25])
    }

    @Test func `ends at the lowest rate, and small changes are not made`() throws {
        let bounded = ReduceLearningRateOnPlateau("score", factor: 0.5, patience: 0, lowest: 0.375)
        #expect(try rates([1, 1, 1, 1], bounded) == [1, 1, 0.5, 0.375])
        let lazy = ReduceLearningRateOnPlateau("score", factor: 0.5, patience: 0, epsilon: 0.3)
        #expect(try rates([1, 1, 1, 1], lazy) == [1, 1, 0.5, 0.5])
        let higher = ReduceLearningRateOnPlateau("score", factor: 0.5, patience: 0, lowest: 2)
        #expect(try rates([1, 1, 1, 1], higher) == [1, 1, 1, 1])
    }

    @Test func `NaN is no progress`() throws {
        let plateau = ReduceLearningRateOnPlateau("score", factor: 0.5, patience: 0)
        #expect(try rates([1, .nan, 0.5, .nan], plateau) == [1, 1, 0.5, 0.5])
    }

    @Test func `can be looked for in a loop written by hand`() {
        let plateau = ReduceLearningRateOnPlateau(factor: 0.5, patience: 0)
        var rate: Float = 1
        let rates = [3, 2, 2, 1, 4].map { (loss: Float) in
            rate = plateau.rate(rate, after: loss)
            return rate
        }
        #expect(rates == [1, 1, 0.5, 0.5, 0.25] && plateau.best == 1)
    }

    @Test func `is looked for anew in every fit`() throws {
        let plateau = ReduceLearningRateOnPlateau("valid_loss", factor: 0.5, patience: 0, threshold: .absolute(1e9))
        let learner = regression(batchSize: 32, callbacks: [plateau])
        try learner.trained(3)
        try learner.trained(3)
        #expect(learner.recorder.learningRates == [0.1, 0.1, 0.05, 0.1, 0.1, 0.05])
    }

    @Test func `leaves a group its own rate, as a schedule does`() throws {
        let model = regression().model
        let groups = [ParameterGroup([model.parameters[0]], learningRate: 0.5), ParameterGroup([model.parameters[1]])]
        let plateau = ReduceLearningRateOnPlateau(patience: 0, threshold: .absolute(1e9))
        let learner = Learner(
            regression().loaders, model, loss: mseLoss,
            optimizer: { _, rate in
                SGD(groups: groups, learningRate: rate)
            }, callbacks: [plateau])
        try learner.trained(2)
        #expect(groups[0].learningRate == 0.5)
        expectClose(Tensor(learner.optimizer.learningRate), Tensor(0.01))
    }
}

/// Tells which epoch has ended.
private final class Counter: Callback {
    private let tell: (Int) -> Void
    init(_ tell: @escaping (Int) -> Void) { self.tell = tell }

    func after<X, Y>(_ phase: Phase, _ learner: Learner<X, Y>) { if phase == .epoch { tell(learner.epoch) } }
}
