// # The learning-rate finder: how fast can this model learn?
//
// Train for a few batches, each with a higher learning rate than the one before, until the loss explodes.
// Where it fell fastest is a good rate to train with. (L. Smith, "Cyclical Learning Rates for Training Neural
// Networks", 2015.) Afterwards everything is as it was.

import Foundation
import Layers
import Tensors

extension Learner {
    /// Tries rising learning rates on training batches, and puts everything back: weights, buffers, optimizer,
    /// random numbers to come, modes, records. Training afterwards has the same bits as without.
    ///
    /// Callbacks take part, except those that save checkpoints. What a callback itself remembers is not put back.
    /// - Throws: what a callback throws, unless it cancels a phase.
    public func findLearningRate(
        from lowest: Float = 1e-7, to highest: Float = 10, steps: Int = 100
    ) throws -> LearningRateCurve {
        let batches = loaders.train.count
        require(batches > 0 && steps > 0, "findLearningRate of \(steps) steps", "the loader has \(batches) batches")
        let sweep = RateSweep(.exponential(lowest, highest), steps)
        let before = Snapshot(self)
        defer { before.restore(self) }
        callbacks = callbacks.filter { !($0 is Checkpointing) } + [sweep]
        try EpochReporting.silently { try fit((steps + batches - 1) / batches, learningRate: lowest) }
        return LearningRateCurve(rates: sweep.rates, losses: sweep.losses)
    }
}

/// Raises the learning rate with every batch, and ends training when the loss explodes.
private final class RateSweep: Callback {
    private(set) var rates: [Float] = [], losses: [Float] = []
    private let schedule: Schedule
    private let steps: Int
    private var smooth = SmoothedLoss()
    private var best = Float.infinity

    init(_ schedule: Schedule, _ steps: Int) { (self.schedule, self.steps) = (schedule, steps) }

    func before<Input, Target>(_ phase: Phase, _ learner: Learner<Input, Target>) throws {
        if phase == .validate { throw Cancel(.validate) }
        if phase == .batch { learner.optimizer.learningRate = schedule(Double(rates.count) / Double(steps)) }
    }

    func after<Input, Target>(_ phase: Phase, _ learner: Learner<Input, Target>) throws {
        guard phase == .batch else { return }
        smooth.add(learner.batchLoss.item)
        rates.append(learner.optimizer.learningRate)
        losses.append(smooth.value)
        best = min(best, smooth.value)
        if rates.count == steps || !(smooth.value <= 4 * best) { throw Cancel(.fit) }
    }
}

/// What a trial run changes.
private struct Snapshot<Input, Target> {
    private let state: [String: Tensor], gradients: [Tensor?], modes: [(module: Module, isTraining: Bool)]
    private let streams: [UInt64], orders: UInt64?
    private let optimizer: any Optimizer, callbacks: [any Callback]
    private let records: (rows: [Recorder.Row], losses: [Float], rates: [Float], momenta: [Float])

    init(_ learner: Learner<Input, Target>) {
        let (model, recorder) = (learner.model, learner.recorder)
        (state, gradients, modes) = (model.stateDictionary, model.parameters.map(\.grad), modesOfAll(in: model))
        streams = model.namedRandomStreams.map(\.stream.state)
        (orders, optimizer, callbacks) = (learner.loaders.train.randomState, learner.optimizer, learner.callbacks)
        records = (recorder.rows, recorder.batchLosses, recorder.learningRates, recorder.momenta)
    }

    func restore(_ learner: Learner<Input, Target>) {
        let (model, recorder) = (learner.model, learner.recorder)
        try! model.load(state)  // it is the model's own
        for (parameter, grad) in zip(model.parameters, gradients) { parameter.grad = grad }
        for (module, isTraining) in modes { if isTraining { module.train() } else { module.eval() } }
        for (stream, state) in zip(model.namedRandomStreams.map(\.stream), streams) { stream.state = state }
        learner.loaders.train.randomState = orders
        (learner.optimizer, learner.callbacks) = (optimizer, callbacks)
        (recorder.rows, recorder.batchLosses) = (records.rows, records.losses)
        (recorder.learningRates, recorder.momenta) = (records.rates, records.momenta)
    }
}

/// A module and all its parts, each after the one that it is in.
private func modesOfAll(in module: Module) -> [(module: Module, isTraining: Bool)] {
    [(module, module.isTraining)] + module.children.flatMap { modesOfAll(in: $0.module) }
}
