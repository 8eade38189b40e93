// # The penalties as a callback
//
// Section 12.13 · After this page you can add penalties to a loss without touching model, loss or training loop.

import Common
import Figures
import Layers
import Notebook
import Tensors
import Training

// The loss compares scores with words. The penalties are about something that the loss never sees: what the last LSTM
// layer has given, before and after dropout. In the book the model returns three things, and a callback takes two of
// them away before the loss comes. The engine's `Learner` wants one tensor from a model. So here the model *keeps* the
// other two until somebody asks. The engine has a protocol for such models, `KeepsActivations`: its only requirement is
// a property `activations`, with the two tensors `raw` and `dropped`.
//
// The callback of the book is called `RNNRegularizer`. It acts when the loss is there and the gradients are not yet. In
// the terms of the engine that is *after* the phase `loss`, and only in training: the validation loss is to say how
// well the model predicts, not how strict we are with it.

/// Adds alpha · AR of what is left after dropout, and beta · TAR of what was before, to the loss in training. (The
/// book's class of the same name.)
public final class RNNRegularizer: Callback {
    private let alpha, beta: Float

    public init(alpha: Float, beta: Float) { (self.alpha, self.beta) = (alpha, beta) }

    public func after<Input, Target>(_ phase: Phase, _ learner: Learner<Input, Target>) {
        guard phase == .loss, learner.isTraining, let kept = (learner.model as? any KeepsActivations)?.activations
        else { return }
        if alpha != 0 { learner.batchLoss = learner.batchLoss + alpha * activationRegularization(kept.dropped) }
        if beta != 0 { learner.batchLoss = learner.batchLoss + beta * temporalActivationRegularization(kept.raw) }
    }
}

// To see it at work, take a model whose activations are known: the little example of three steps with two units, times
// a weight of 1. It has nothing to predict, and a loss that is always 0. `littleLearner` puts it into a learner.

/// A model that gives back what it reads, times a weight, and keeps it.
final class LittleExample: Module, Layer, KeepsActivations {
    let weight = Parameter(Tensor(1))
    private(set) var activations: RecurrentActivations?

    func forward(_ x: Tensor) -> Tensor {
        let raw = x * weight.value
        activations = RecurrentActivations(raw: raw, dropped: raw)
        return raw
    }
}

extension LanguageModel {
    /// A learner for the little example, with one batch for training and one for validation.
    func littleLearner(_ callbacks: [any Callback]) -> Learner<Tensor, Tensor> {
        let data = TensorDataset(Tensor([[[1, 2], [3, 2], [3, 4]]]), Tensor([0]))
        let loaders = DataLoaders(DataLoader(data, batchSize: 1), DataLoader(data, batchSize: 1))
        return Learner(loaders, LittleExample(), loss: { y, _ in 0 * y.sum() }, callbacks: callbacks)
    }

    func theCallbackAtWork() throws {
        let learner = littleLearner([RNNRegularizer(alpha: 2, beta: 1)])
        try EpochReporting.silently { try learner.fit(1, learningRate: 0) }
        show(
            significant(learner.recorder["train_loss"][0], 5), "the loss in training",
            ask: "AR of the example is 43 / 6 and TAR is 2. With alpha 2 and beta 1, what is the loss in training?")
        show(learner.recorder["valid_loss"][0], "the loss in validation")

        // Its gradient reaches the weight. Both penalties are of the form number · weight², and at weight 1 their slope
        // is twice their value:
        let hook = GradientNote()
        let other = littleLearner([RNNRegularizer(alpha: 2, beta: 1), hook])
        try EpochReporting.silently { try other.fit(1, learningRate: 0) }
        show(hook.gradient!, "the gradient of the weight")

        // The engine has the same callback, under the name `ActivationRegularization`. It looks twice where ours does
        // not: at models that keep nothing, and at sequences of a single step.
        let engines = littleLearner([ActivationRegularization(alpha: 2, beta: 1)])
        try EpochReporting.silently { try engines.fit(1, learningRate: 0) }
        show(
            engines.recorder["train_loss"] == learner.recorder["train_loss"],
            "the engine's callback gives the same loss")

        // Since the penalties are in the training loss, it cannot be compared with the validation loss any more, nor
        // with the training loss of a model that has none.
    }
}

// MARK: Helpers

/// Notes the gradient of a model's only parameter before each step.
private final class GradientNote: Callback {
    private(set) var gradient: Float?

    func before<Input, Target>(_ phase: Phase, _ learner: Learner<Input, Target>) {
        if phase == .step { gradient = learner.model.parameters[0].grad?.item }
    }
}
