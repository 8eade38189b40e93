// # Callbacks for recurrent models
//
//     let learner = Learner(
//         loaders, model, loss: …, callbacks: [StateReset(), ActivationRegularization(alpha: 2, beta: 1)])

import Layers
import Tensors

/// Has a model forget what it has read: before the training part and before the validation part of every epoch, and at
/// the end. (fastai's `ModelResetter`.)
///
/// A model that is not ``CarriesState`` has nothing to forget.
public final class StateReset: Callback {
    public init() {}

    public func before<Input, Target>(_ phase: Phase, _ learner: Learner<Input, Target>) {
        if phase == .train || phase == .validate { reset(learner) }
    }

    public func cleanUp<Input, Target>(_ phase: Phase, _ learner: Learner<Input, Target>) {
        if phase == .fit { reset(learner) }
    }

    private func reset<Input, Target>(_ learner: Learner<Input, Target>) {
        (learner.model as? any CarriesState)?.reset()
    }
}

/// Adds two penalties to the loss of every training batch: on large activations, and on activations that jump from step
/// to step. (S. Merity, B. McCann and R. Socher, "Revisiting Activation Regularization for Language RNNs", 2017;
/// fastai's `RNNRegularizer`.)
///
///     alpha · mean(dropped²) + beta · mean((raw[t + 1] - raw[t])²)
///
/// Both are of the model's ``KeepsActivations/activations``. A factor of 0 computes nothing; neither does a single step
/// for beta. The loss in validation is left alone.
public final class ActivationRegularization: Callback {
    private let alpha, beta: Float

    /// - Parameters:
    ///   - alpha: of the squares of what is left after dropout.
    ///   - beta: of the squared differences between a step and the next, before dropout.
    public init(alpha: Float = 2, beta: Float = 1) {
        for factor in [alpha, beta] {
            require(
                factor >= 0 && factor.isFinite, "ActivationRegularization(alpha: \(alpha), beta: \(beta))",
                "\(factor) is no penalty", try: "a number, 0 or more")
        }
        (self.alpha, self.beta) = (alpha, beta)
    }

    public func before<Input, Target>(_ phase: Phase, _ learner: Learner<Input, Target>) {
        guard phase == .fit else { return }
        require(
            learner.model is any KeepsActivations, "ActivationRegularization of a \(type(of: learner.model))",
            "it does not keep its activations", try: "a model that is KeepsActivations")
    }

    public func after<Input, Target>(_ phase: Phase, _ learner: Learner<Input, Target>) {
        guard phase == .loss, learner.isTraining, let kept = (learner.model as? any KeepsActivations)?.activations
        else { return }
        if alpha != 0 { learner.batchLoss = learner.batchLoss + alpha * kept.dropped.squared().mean() }
        if beta != 0, kept.raw.shape[1] > 1 {
            let jumps = kept.raw[0..., 1...] - kept.raw[0..., ..<(-1)]
            learner.batchLoss = learner.batchLoss + beta * jumps.squared().mean()
        }
    }
}
