// # Which loss?
//
// Section 6.5 · After this page you can choose a loss by what its best answer is, and know what this chapter's nets
// have in common.

import Common
import Datasets
import Figures
import Layers
import Notebook
import Tensors
import Training
import Vision

// The book's library looks at the targets and chooses: cross-entropy for a class, binary cross-entropy for several, the
// mean squared error for numbers. Here the block does it. Whoever writes `crossEntropy` or `mseLoss` by hand has to
// choose, and should check that it fits, every time. A net can be trained with the wrong one; it learns something else,
// and nothing warns you.

extension OtherVisionProblems {
    func classesAsNumbers() throws {
        // Here is a mistake that is easy to make. Classes are kept as numbers, so let the net say the number. To
        // `RegressionBlock` it is a quantity like any other, it takes the mean squared error, and everything runs. The
        // pictures are the scenes with one thing each, the targets the numbers of their classes, from 0 to 9. What the
        // net says is rounded to the nearest of these. Beside it is the net of the last page, `oneOfTen`, which has
        // learned for as many epochs with cross-entropy:
        let (scenes, right) = (try threeProblems.single, try oneOfTen)
        let names = right.data.target.vocabulary.classes
        var random = run.random
        let wrong = try sceneLearner(
            RegressionBlock(), scenes, getY: { [Float(names.firstIndex(of: scenes.objects[$0][0].kind.name)!)] },
            using: &random)
        try tune(wrong)
        let (scores, numbers) = (try right.getPreds(), try wrong.getPreds())
        let truth = scores.targets.scalars
        let answers = [
            ("its class, by cross-entropy", scores.outputs.argmax(axis: 1).scalars),
            ("its number, by squared error", numbers.outputs.scalars.map { Int(min(max($0, 0), 9).rounded()) }),
            ("(what is true)", truth),
        ]
        var table = TextTable(["the net says", "right", "classes 0, 1, 8 and 9", "classes 3 to 6"], decimals: 3)
        // `share` is the share of the scenes of which a net says one of some classes:
        func share(_ said: [Int], of classes: [Int]) -> Double {
            Double(said.count { classes.contains($0) }) / Double(said.count)
        }
        let accuracies = answers.map { Double(zip($0.1, truth).count { $0 == $1 }) / Double(truth.count) }
        for ((name, said), accuracy) in zip(answers, accuracies) {
            table.add(name, accuracy, share(said, of: [0, 1, 8, 9]), share(said, of: [3, 4, 5, 6]))
        }
        let choices = ["the one that says a class", "the one that says a number"]
        show(
            table, "Ten classes, and two losses: shares of the validation scenes",
            predict: .choice(
                "Which of the two nets is right more often?", choices,
                answer: accuracies[0] >= accuracies[1] ? choices[0] : choices[1]))
        record("loss/accuracy-by-class", accuracies[0])
        record("loss/accuracy-by-number", accuracies[1])

        // Not that the second net has learned nothing. By its own loss it is better than always saying the mean of the
        // numbers that it has learned from:
        let known = Tensor(wrong.data.datasets.train.values)
        show(
            [mseLoss(numbers.outputs, numbers.targets).item, meanSquaredError(ofTheMean: known, numbers.targets)],
            "its mean squared error, and that of always the mean")

        // With cross-entropy, a net that wavers between class 0 and class 9 gives half of the probability to each. With
        // the squared error, its best answer is the mean of the two, 4.5: a class that it does not believe in at all.
        // So the net that says a number is often in the middle of the list, though the order of the list means nothing.
    }

    func meanOrMedian() {
        // There are other losses for quantities. Which is right depends on what you want when there is no certain
        // answer. Say that nine of ten people who label a picture put the point at 0.10, and one by mistake at 0.90. A
        // net that gives one number for it gives the one with the least loss. Try them all:
        let labels = Tensor([0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.9])
        let tried = (0...100).map { Float($0) / 100 }
        let squared = tried.map { (labels - $0).squared().mean().item }
        let absolute = tried.map { (labels - $0).abs().mean().item }
        show(
            Chart("The best answer to ten labels", x: "answer", y: "loss") {
                Line(tried, squared, "squared error", colour: .blue)
                Line(tried, absolute, "absolute error", colour: .vermilion)
                Rule(x: 0.18, "the mean, 0.18", colour: .blue)
                Rule(x: 0.1, "the median, 0.1", colour: .vermilion)
            }, "Nine labels at 0.1, and one at 0.9")
        let best = (
            tried[squared.indices.min { squared[$0] < squared[$1] }!],
            tried[absolute.indices.min { absolute[$0] < absolute[$1] }!]
        )
        record(
            "loss/best-answer-to-squares", best.0,
            predict: .number(
                "Nine labels are 0.1, one is 0.9. Which answer has the least squared error?", 0.18,
                within: .plusMinus(0.02)))
        record("loss/best-answer-to-absolute-errors", best.1)

        // The squared error wants the mean, which no label has. The absolute one wants the median, and does not care
        // how wrong the one is. If errors in the labels are rare and wild, that is worth a lot. If they are many and
        // small, the mean is the better guess.
    }

    func wildLabels() throws {
        // With a net, and three labels in ten of the training set anywhere in the picture. The judges' labels are
        // right. (Every second frame is enough to learn from here.) `errorsWith` trains with a loss:
        func errorsWith(_ loss: @escaping @Sendable (Tensor, Tensor) -> Tensor) throws -> [Double] {
            try run.overSeedsAtOnce(run.size(quick: 1, usual: 3)) { random in
                let (block, places) = try wildFrames
                let data = try block.loaders(of: places, batchSize: headBatch / 2, using: &random)
                let learner = VisionLearner(
                    data, body: try headBody.body(), head: headPlan, loss: loss,
                    using: &random)
                learner.unfreeze()
                try EpochReporting.silently { try learner.fitOneCycle(headEpochs, LearningRates(headRate)) }
                let found = try learner.getPreds()
                return percentOfWidth(flattenedMSE(found.outputs, found.targets).item)
            }
        }
        let (squared, absolute) = (
            try errorsWith { flattenedMSE($0, $1) }, try errorsWith { l1Loss($0, $1.flattened(from: 1)) }
        )
        var table = TextTable(["loss in training", "error, % of the width"], decimals: 2)
        table.add("squared", Spread(squared))
        table.add("absolute", Spread(absolute))
        show(table, "\(headsName): three labels in ten are wrong, \(counted(squared.count, "seed"))")
        record("loss/error-with-squares", over: squared)
        record("loss/error-with-absolute-errors", over: absolute)
        show(
            "\(zip(squared, absolute).count { $1 < $0 }) of \(squared.count)",
            "seeds for which the absolute error learns better")
        show(
            Spread(absolute).mean < Spread(squared).mean
                ? "As with the ten labels: the absolute error cares less about labels that are far off."
                : "Here the absolute error does not help: wild labels on all sides have a mean that is not far from the middle."
        )

        // So much for other problems of vision. What was one net with one loss in chapter 5 is three with three; and
        // nothing keeps you from a fourth. Chapter 7 goes back to one class on each photo, and asks how far one can get
        // with it.
    }
}

// MARK: Helpers

extension OtherVisionProblems {
    /// Every second frame, and all that judge, by their places; three labels in ten of those to learn from are wrong.
    private var wildFrames: (block: DataBlock<Int, PointBlock>, places: [Int]) {
        get throws {
            let (frames, held) = (try headFrames, try judgedRecording)
            var random = SplitMix64(seed: 6)
            let wild = Set(random.permutation(frames.count).prefix(3 * frames.count / 10))
            let shares = (0..<frames.count).map { _ in (random.uniform(), random.uniform()) }
            let block = DataBlock<Int, PointBlock>(
                target: PointBlock(), items: { _ in [] }, splitter: .function { frames[$0].recording == held },
                getX: { frames[$0].picture },
                getY: { place in
                    let (label, size) = (frames[place].label, frames[place].size)
                    guard wild.contains(place), frames[place].recording != held else { return label }
                    let (x, y) = (shares[place].0 * Double(size.width), shares[place].1 * Double(size.height))
                    return KeyPoints([Point(x, y)], in: size)
                }, batch: try headChanges())
            return (block, frames.indices.filter { $0 % 2 == 0 || frames[$0].recording == held })
        }
    }
}
