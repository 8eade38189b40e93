// Nudge: Four moments: the beginning of the fit, after a step, before validation, and after validation, whatever
//   happened.
// Idea: Two lists of tensors, the averages and, during validation, its own weights. What must happen in any case
//   belongs in `cleanUp`.
// Almost: `learner.model.parameters.map { $0.value.detached() }` are the weights, and a parameter takes other numbers
//   by `assign(…)`. A detached tensor keeps its numbers when the parameter changes. In `cleanUp`, put back only what
//   was set aside: the phase may have been cancelled before your `before` was called.

import Layers
import Tensors
import Training

final class AveragedWeights: Callback {
    private let decay: Float
    private var averages: [Tensor] = []
    private var own: [Tensor]?

    init(_ decay: Float) { self.decay = decay }

    func before<Input, Target>(_ phase: Phase, _ learner: Learner<Input, Target>) {
        if phase == .fit { averages = weights(of: learner.model) }
        if phase == .validate {
            own = weights(of: learner.model)
            for (parameter, average) in zip(learner.model.parameters, averages) { parameter.assign(average) }
        }
    }

    func after<Input, Target>(_ phase: Phase, _ learner: Learner<Input, Target>) {
        guard phase == .step else { return }
        averages = zip(averages, weights(of: learner.model)).map { decay * $0 + (1 - decay) * $1 }
    }

    func cleanUp<Input, Target>(_ phase: Phase, _ learner: Learner<Input, Target>) {
        guard phase == .validate, let own else { return }
        for (parameter, value) in zip(learner.model.parameters, own) { parameter.assign(value) }
        self.own = nil
    }

    private func weights(of model: Module) -> [Tensor] { model.parameters.map { $0.value.detached() } }
}

public func averagingWeights(decay: Float) throws -> any Callback { AveragedWeights(decay) }
