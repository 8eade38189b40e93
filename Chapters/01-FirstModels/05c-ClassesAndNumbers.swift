// # Classes and numbers
//
// Section 1.5 · After this page you can say whether a task is one of classification or of regression.

import Figures
import Foundation
import Notebook
import Tensors
import Training
import Vision

// What kind of answer does the plan ask for? `target: CategoryBlock(…)` says: one of several classes. That is
// *classification*: a cat or a dog, one breed out of 37. When the answer is a number, or several, the task is called
// *regression*: how warm, how many, where. (The word has nothing to do with going back here, and it does not mean
// fitting a straight line, which is *linear* regression, one of many ways to do it.)

extension FirstModels {
    func whichKind() {
        var table = TextTable(["what is asked", "the answer", "kind"])
        table.add("which breed is it?", "one of 37", "classification")
        table.add("what does the house cost?", "a number", "regression")
        table.add("is the mail spam?", "yes or no", "classification")
        table.add("where is the middle of the head?", "two numbers", "regression")
        show(table, "Four tasks")
        show(
            "regression", "how many stars a viewer is going to give to a film, from 0.5 to 5",
            predict: .choice(
                "How many stars will a viewer give, when 3.7 is an answer that one may give?",
                ["classification", "regression"], answer: "regression"))
    }

    func theSamePhotosAndANumber() throws {
        // In code, another block and another label, and the same recipe does the other task. Let a net say how bright a
        // photo is, from 0, black, to 1, white. That one can see; and for once, what is true can be computed, and
        // nobody has to write it down. The photos are small (`smallPhotos`, `smallSize` pixels on a side), so that a
        // whole net learns from them in seconds. The label is now a number, `brightness`, the mean of all red, green
        // and blue:
        let photos = try smallPhotos
        let brightness = photos.map { small in
            [Float(small.photo.pixels.reduce(0) { $0 + Int($1) }) / Float(255 * small.photo.pixels.count)]
        }
        let plan = DataBlock<Int, RegressionBlock>(
            target: RegressionBlock(), items: { _ in [] }, splitter: .random(share: 0.2, seed: 42),
            getX: { photos[$0].photo }, getY: { brightness[$0] }, item: Resize(Size2D(smallSize), .squish))
        var random = run.random
        let data = try plan.loaders(of: Array(photos.indices), batchSize: 16, using: &random)
        let body = try smallPretrained.body()
        let learner = VisionLearner(
            data, body: body, head: HeadPlan(hidden: [], dropout: 0, range: 0...1), callbacks: [KeptAverages(body)],
            using: &random)
        try EpochReporting.silently { try learner.fineTune(run.size(quick: 1, usual: 8), rate: 1e-2, divisor: 10) }
        show(epochTable(of: learner.learner.recorder, named: []), "Fine-tuning a net that says a number (\(dataName))")
        show(try learner.showResults(count: 4, columns: 4), "Photos, with how bright they are and what the net says")
        let predictions = try learner.getPreds(.valid)
        let mean = data.datasets.train.values.map { $0[0] }.reduce(0, +) / Float(data.datasets.train.count)
        // How far from what is true, on the average?
        func distance(_ said: Tensor) -> Float { (said - predictions.targets).abs().mean().item }
        let (net, always) = (distance(predictions.outputs), distance(predictions.targets * 0 + mean))
        record("regression/mean-distance", net)
        record("regression/mean-distance-of-always-the-mean", always)
        show(
            net < always
                ? "The net is nearer to the truth than somebody who always says the mean."
                : "The net is no nearer to the truth than somebody who always says the mean. It has found nothing yet.")

        // An error rate makes no sense for numbers: an answer that is off by a hundredth is nearly right. So one
        // measures how far away the answers are, and compares with the one who always says the mean. (The loss in the
        // table is the mean of the squared distances.)
    }
}
