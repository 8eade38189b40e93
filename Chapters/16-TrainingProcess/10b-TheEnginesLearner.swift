// # The engine's Learner
//
// Section 16.10 · After this page you know which callbacks there are, in fastai, in this chapter and in the engine, and
// what the engine's Learner does differently, and why.

import Figures
import Layers
import Notebook
import Tensors
import Training

extension TrainingProcess {
    func sameAsTheLearner() throws {
        // The loop of this chapter and the engine's `Learner` do the same steps. The same net, the same batches, any
        // optimizer: the weights agree in every bit.
        let optimizers: [(String, ([Parameter], Float) -> any Optimizer)] = [
            ("SGD", { SGD($0, learningRate: $1) }), ("momentum", { SGD($0, learningRate: $1, momentum: 0.9) }),
            ("RMSProp", { RMSProp($0, learningRate: $1) }), ("AdamW", { AdamW($0, learningRate: $1) }),
        ]
        var table = TextTable(["optimizer", "same weights", "same losses", "same accuracy"])
        for (name, optimizer) in optimizers {
            var random = run.random
            let (loaders, net) = (try fewDigits(using: &random), smallNet(using: &random))
            let loop = TrainingLoop(loaders, net, optimizer: optimizer)
            try loop.fit(2, learningRate: 0.01)
            random = run.random
            let (sameLoaders, sameNet) = (try fewDigits(using: &random), smallNet(using: &random))
            let learner = Learner(
                sameLoaders, sameNet, loss: { crossEntropy($0, $1) }, optimizer: optimizer, metrics: [.accuracy])
            try EpochReporting.silently { try learner.fit(2, learningRate: 0.01) }
            table.add(
                name, zip(net.parameters, sameNet.parameters).allSatisfy { $0.value.scalars == $1.value.scalars },
                loop.recorder.losses == learner.recorder.batchLosses,
                loop.recorder.rows.map(\.accuracy) == learner.recorder["accuracy"])
        }
        show(table, "this chapter's loop and the engine's Learner, two epochs on \(source.name)")
    }

    func otherCallbacks() {
        // Before you write a callback, look whether there is one like it. The book asks you to read fastai's; these are
        // some of them, with their relatives here. Where it says "exercise", you write it yourself:
        var table = TextTable(["fastai", "this chapter", "the engine", "acts at"])
        for row in [
            ("TrainEvalCallback", "TrainEval", "part of Learner", "beginTrain, beginValidate"),
            ("Recorder", "LossRecorder", "Recorder", "afterBatch, afterEpoch"),
            ("ProgressCallback", "BatchProgress", "EpochReporter", "afterBatch"),
            ("ParamScheduler (fit_one_cycle)", "ParameterScheduler", "fitOneCycle", "beginBatch"),
            ("MixUp", "Mixup", "Mixup", "beginBatch, afterLoss"),
            ("GradientClip", "GradientClip", "GradientClipping", "afterBackward"),
            ("MixedPrecision", "MixedPrecision", "", "four events, cleanUp"),
            ("ActivationStats", "ActivationStatistics", "onForward", "beginFit, cleanUp"),
            ("ModelResetter", "ModelReset", "StateReset; exercise 16.13", "beginTrain, beginValidate"),
            (
                "RNNRegularizer", "RNNRegularizer", "ActivationRegularization; exercise 16.14",
                "afterPrediction, afterLoss"
            ),
            ("TerminateOnNaNCallback", "TerminateOnNaN", "exercise 16.20", "afterBatch"),
            ("EarlyStoppingCallback", "", "exercise 16.18", "afterEpoch"),
            (
                "EMA (averaged weights), in several libraries", "", "exercise 16.16",
                "afterStep, beginValidate, afterValidate"
            ),
            ("GradientAccumulation", "exercise 16.24", "GradientAccumulation", "afterLoss, afterBackward"),
            ("SelectiveBackprop, in another library", "exercise 16.23", "", "afterLoss"),
            ("SaveModelCallback", "", "Checkpointing", "afterEpoch"),
            ("ReduceLROnPlateau", "", "ReduceLearningRateOnPlateau", "afterEpoch"),
            ("LRFinder (lr_find)", "", "findLearningRate", "beginBatch, afterBatch"),
        ] {
            table.add(row.0, row.1, row.2, row.3)
        }
        show(table, "Callbacks, theirs and ours")
    }

    func whatTheLearnerDoesDifferently() {
        // The engine's loop knows *phases*, each with a `before`, an `after` and a `cleanUp`. What is different, and
        // why:
        var table = TextTable(["", "this chapter, after the book", "the engine's Learner", "why"])
        for row in [
            ("moments", "14 events and 5 for cancelling", "before, after and cleanUp of 9 phases", "one rule for all"),
            (
                "a callback is", "a class with 19 methods and cleanUp", "a protocol with 3 methods and a switch",
                "any class can be one"
            ),
            (
                "the end of a phase", "after… always comes, then cleanUp", "after if it was complete, then cleanUp",
                "after means: it is done"
            ),
            ("to cancel", "one of 5 parts", "one of 9, a backward pass and a step too", "leaving out a step is common"),
            ("the order", "runsBefore, runsAfter by class", "a number", "two callbacks need not know each other"),
            ("the recorder", "a callback like any other", "always first", "it sees what happened, not what is left"),
            ("training mode", "set by TrainEval", "set by the loop", "nobody can forget it"),
            ("inputs and labels", "a Tensor and an IntTensor", "any types", "tables, texts, several inputs"),
            ("a second fit", "goes on with the optimizer", "begins with a new one", "two fits alike are alike"),
        ] {
            table.add(row.0, row.1, row.2, row.3)
        }
        show(table, "two loops")

        // `cleanUp` is the engine's own idea, and this chapter's loop has it from there: in the book, a callback may
        // miss the event in which it wants to clean up (section 16.9). Another of these lines has been seen as well:
        // without `TrainEval` nothing is learned (section 16.7).
    }
}
