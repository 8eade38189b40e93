// Training under a schedule: the learning rate, and momentum with it, set before every batch.

import Tensors

extension Learner {
    /// `fit` with a learning rate, and perhaps a momentum, that change from batch to batch.
    ///
    /// t is the share of all batches of this `fit` that are done: 0 in the first, just below 1 in the last.
    /// - Throws: what a callback throws, unless it cancels a phase.
    public func fit(
        _ epochs: Int, learningRate: Schedule, momentum: Schedule? = nil, file: String = #filePath, line: Int = #line
    ) throws {
        let scheduling = Scheduling(learningRate, momentum)
        callbacks.append(scheduling)
        defer { callbacks.removeAll { $0 === scheduling } }
        try fit(epochs, learningRate: learningRate(0), file: file, line: line)
    }

    /// One-cycle training: a warm-up to the learning rate and a long way down, momentum the other way round.
    ///
    /// - Parameters:
    ///   - learningRate: the highest of the cycle.
    ///   - rise: the share of the batches in which it rises.
    ///   - startDivisor, endDivisor: it begins at learningRate / startDivisor and ends at learningRate / endDivisor.
    ///   - momentum: at the beginning, at the peak of the learning rate, and at the end; nil leaves it alone.
    /// - Throws: what a callback throws, unless it cancels a phase.
    public func fitOneCycle(
        _ epochs: Int, learningRate: Float, rise: Double = 0.25, startDivisor: Float = 25, endDivisor: Float = 1e5,
        momentum: (Float, Float, Float)? = (0.95, 0.85, 0.95), file: String = #filePath, line: Int = #line
    ) throws {
        let rate = Schedule.oneCycle(learningRate, rise: rise, startDivisor: startDivisor, endDivisor: endDivisor)
        let momentum = momentum.map { Schedule.oneCycleMomentum(rise: rise, $0.0, $0.1, $0.2) }
        try fit(epochs, learningRate: rate, momentum: momentum, file: file, line: line)
    }

    /// The same learning rate for three quarters of the time, then down along a cosine.
    /// - Throws: what a callback throws, unless it cancels a phase.
    public func fitFlatCosine(
        _ epochs: Int, learningRate: Float, flat: Double = 0.75, endDivisor: Float = 1e5, file: String = #filePath,
        line: Int = #line
    ) throws {
        let rate = Schedule.flatCosine(learningRate, flat: flat, endDivisor: endDivisor)
        try fit(epochs, learningRate: rate, file: file, line: line)
    }
}

/// Sets the optimizer's learning rate and momentum before every training batch.
final class Scheduling: Callback {
    private let learningRate: Schedule
    private let momentum: Schedule?
    private var batch = 0

    init(_ learningRate: Schedule, _ momentum: Schedule?) {
        (self.learningRate, self.momentum) = (learningRate, momentum)
    }

    func before<Input, Target>(_ phase: Phase, _ learner: Learner<Input, Target>) {
        if phase == .train { batch = 0 }
        guard phase == .batch, learner.isTraining else { return }
        let count = learner.loaders.train.count
        let t = Double(learner.epoch * count + batch) / Double(learner.epochs * count)
        learner.optimizer.learningRate = learningRate(t)
        if let momentum { learner.optimizer.momentum = momentum(t) }
        batch += 1
    }
}
