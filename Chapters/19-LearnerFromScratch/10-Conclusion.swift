// # What the engine's Learner adds
//
// Section 19.10 · After this page you know what separates the Learner of this chapter from a larger one, and where to
// read on.

import Figures
import Notebook

// You have built a framework, from files on a disk to nets that have learned from them. Nothing in it is longer than a
// screen. So what do large libraries spend their lines on? The engine of this project has a Learner, too, in
// `Sources/Engine/Training`. Here is what it adds, feature by feature. Nothing in the right column is magic: each is
// one of your own parts, with the cases that one meets later.

extension LearnerFromScratch {
    func featureByFeature() {
        let features: [(what: String, ours: String, engines: String, file: String)] = [
            ("inputs and targets", "pictures and labels", "any types", "Training/Learner.swift"),
            ("events", "6, each a method", "9 phases: before, after, clean-up", "Training/Callback.swift"),
            ("order of callbacks", "that of the list", "a number for each", "Training/Callback.swift"),
            ("ways out", "batch, epoch, fit", "every phase, the step alone included", "Training/Callback.swift"),
            ("what is recorded", "loss, accuracy", "any metrics, rates, times", "Training/Recorder.swift"),
            ("metrics", "accuracy", "F1, Dice, perplexity, RMSE …", "Training/Metrics.swift"),
            ("optimizers", "SGD, momentum", "RMSProp, Adam, RAdam, LAMB …", "Training/GroupOptimizer.swift"),
            ("settings", "one for all", "groups of parameters", "Training/ParameterGroup.swift"),
            ("schedules", "a callback each", "values that are put together", "Training/Schedule.swift"),
            ("rate finder", "spoils the model", "puts all back, suggests a rate", "Training/LearningRateFinder.swift"),
            ("saving", "nothing", "training that resumes bit for bit", "Training/Checkpoint.swift"),
            ("gradients", "as they are", "clipped, or gathered over batches", "Training/GradientClipping.swift"),
            ("losses", "cross-entropy", "with weights, smoothing, ignored labels", "Training/CrossEntropy.swift"),
            ("modules", "parameters, one hook", "names, buffers, freezing, many hooks", "Layers/Module.swift"),
            ("loader", "threads, items may throw", "collections, items made on all cores", "Training/DataLoader.swift"),
        ]
        var table = TextTable(["feature", "this chapter's", "the engine's", "where, in Sources/Engine"])
        for feature in features { table.add(feature.what, feature.ours, feature.engines, feature.file) }
        show(table, "Two Learners")

        // And a few things are better here. A callback has a method for each event, and the compiler notices when its
        // name is misspelt. (The engine passes the phase as a value. With nine phases and three moments it would have
        // 27 methods; and a learner of any types needs generic ones, which nobody likes to override.) The loss of
        // training is kept exactly, while the engine prints a running mean, which says where training is now. That is
        // what small things are good for. They can be changed.
    }

    func whatToRemember() throws {
        // And this is what to remember:
        //
        // - A loss works with log-probabilities from beginning to end. Take the largest score out first.
        // - The gradient of cross-entropy is the probabilities minus the truth.
        // - A Learner is the training loop with holes in it. Everything else is somebody who was told of an event.
        // - Ask whether the model is training before you count, step or draw by chance.
        // - What can fail will fail in the middle. `afterFit` comes in any case.
        // - A rate finder needs one or two epochs, and the model it has tried is spoiled.
        //
        // One last question. How many lines has the whole Learner? You have read it on one page.
        let choices = ["about 70", "about 700", "about 7000"]
        show(
            "about 70, without comments",
            predict: .choice("How many lines of code are in the Learner of section 19.6?", choices, answer: choices[0]))

        // What next? The book sends you to fastai's tutorials for the intermediate and the advanced, and gives a last
        // task. Pick a paper that no library has yet, implement it with these objects, and when it works, give it to
        // others: as a pull request, or as a package of your own. (In Swift, a package is a folder with a
        // `Package.swift`. fastai has `nbdev` for making one from a notebook.) You have all that it takes.
    }
}
