// # Callbacks for the engine
//
// Section 16.10 · After this page you can write callbacks for the engine's Learner, and find each event of the book in
// its phases.

import Figures
import Layers
import Notebook
import Tensors
import Training

// From now on you will train with the engine's Learner, so you should be able to write for it what you can write for
// the loop of this chapter. Its protocol is called `Callback` and has three methods. Each gets the phase, `.fit`,
// `.epoch`, `.train`, `.validate`, `.batch`, `.predict`, `.loss`, `.backward` or `.step`, and the learner. `before`
// comes at the beginning, `after` at the end of a phase that was complete, and `cleanUp` in any case. `throw
// Cancel(.epoch)` cancels. The learner may have inputs and targets of any types, so the methods are generic.
//
// Two examples. This one counts the steps of the last fit:

/// Counts the steps.
public final class StepCounter: Callback {
    public private(set) var steps = 0

    public init() {}

    public func before<Input, Target>(_ phase: Phase, _ learner: Learner<Input, Target>) {
        if phase == .fit { steps = 0 }
    }

    public func after<Input, Target>(_ phase: Phase, _ learner: Learner<Input, Target>) {
        if phase == .step { steps += 1 }
    }
}

// And this one changes what the model sees. A callback does not know of which type the inputs are, so it asks, and
// gives back what it has made in the same type:

/// Halves the brightness of every training batch.
public final class Darkening: Callback {
    public init() {}

    public func before<Input, Target>(_ phase: Phase, _ learner: Learner<Input, Target>) {
        guard phase == .batch, learner.isTraining, let x = learner.inputs as? Tensor else { return }
        learner.inputs = (0.5 * x) as? Input
    }
}

extension TrainingProcess {
    func callbacksForTheLearner() throws {
        // A model that adds up the brightness that it is given, in both modes:
        var random = run.random
        let loaders = try fewDigits(using: &random)
        let (counter, net) = (StepCounter(), smallNet(using: &random))
        var (inTraining, inValidation) = (0.0, 0.0)
        let hook = net.onForward { x, _ in
            if net.isTraining { inTraining += Double(x.sum().item) } else { inValidation += Double(x.sum().item) }
        }
        let learner = Learner(
            loaders, net, loss: { crossEntropy($0, $1) }, callbacks: [counter, Darkening()])
        try hook.during { try EpochReporting.silently { try learner.fit(2, learningRate: 0.1) } }
        show(counter.steps, "steps in two epochs of \(loaders.train.count) batches")
        let trueBrightness = Double(try fewTrainDigits.inputs.sum().item)
        show(
            Float(inTraining / (2 * trueBrightness)), "brightness in training, as a share of what is in the images",
            ask: "Darkening halves every training batch. Which share of the brightness does the model see?")
        show(Float(inValidation / (2 * Double(try fewValidDigits.inputs.sum().item))), "and in validation")
    }

    func eventsAndPhases() {
        // Where is each event? The phases `.backward` and `.step` are within `.batch`, and only when the model learns:
        var table = TextTable(["event of the book", "in the engine"])
        for (event, phase) in [
            ("beginFit, beginEpoch, beginTrain", "before(.fit), before(.epoch), before(.train)"),
            ("beginValidate, beginBatch", "before(.validate), before(.batch)"),
            ("afterPrediction", "after(.predict): learner.predictions can be changed there"),
            ("afterLoss", "after(.loss): learner.batchLoss can be changed there"),
            ("afterBackward", "before(.step): the gradients are there"),
            ("afterStep", "after(.step), but the gradients are cleared"),
            (
                "afterBatch, afterTrain, afterValidate, afterEpoch, afterFit",
                "cleanUp of the phase; if it was complete, after"
            ),
            ("afterCancel…", "cleanUp without an after before it"),
        ] {
            table.add(event, phase)
        }
        show(table, "events and phases")

        // The learner's recorder, `learner.recorder`, is called before all others: in `after(.epoch)`,
        // `learner.recorder["valid_loss"].last` is the row of the epoch that has just ended. `learner.model`,
        // `learner.optimizer`, `learner.inputs`, `learner.targets`, `learner.predictions` and `learner.batchLoss` are
        // what their names say. `learner.model.parameters` are its weights; `parameter.value.detached()` keeps the
        // numbers of one as they are now, and `parameter.assign(…)` gives it others.
    }
}
