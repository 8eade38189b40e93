// # Plain gradient descent
//
// Section 16.1 · After this page you can train with another optimizer, find a learning rate for it, and keep the
// schedule from switching momentum on behind your back.

import Common
import Figures
import Foundation
import Layers
import Notebook
import Tensors
import Training

// Chapter 4 began with the simplest step there is, `new_weight = weight - lr * weight.grad`. How good is it? To train
// with it, hand it to the learner, `learner({ SGD($0, learningRate: $1) })`. But with which learning rate? Adam's 0.003
// says nothing about it, since Adam's steps are of another kind. So ask the learning-rate finder (section 5.6). Chance
// has its part in its answers, too, so we ask it with several seeds (`rateCurves`), for plain descent (`descentCurves`)
// and for Adam (`adamCurves`):

extension TrainingProcess {
    /// What the finder measures for an optimizer, with a new net for each seed. (The book's `lr_find`.)
    func rateCurves(_ optimizer: @escaping OptimizerMaker) throws -> [LearningRateCurve] {
        try run.overSeeds(run.size(quick: 1, usual: 3, full: 10)) { random in
            try learner(optimizer, using: &random).findLearningRate(steps: run.size(quick: 30, usual: 100))
        }
    }

    /// The curves of plain descent, and of Adam without weight decay.
    var descentCurves: [LearningRateCurve] {
        get throws { try run.once { try rateCurves { SGD($0, learningRate: $1) } } }
    }
    var adamCurves: [LearningRateCurve] {
        get throws { try run.once { try rateCurves { Adam($0, learningRate: $1) } } }
    }

    func finderForDescent() throws {
        let (descent, adam) = (try descentCurves, try adamCurves)
        show(
            Chart(
                "What the finder sees: the loss while the rate rises", x: "learning rate", y: "smoothed loss",
                yLimits: shownLosses(descent + adam), xScale: .logarithmic
            ) {
                for (seed, curve) in descent.enumerated() {
                    Line(curve.rates, curve.losses, seed == 0 ? "SGD" : nil, colour: .blue)
                }
                for (seed, curve) in adam.enumerated() {
                    Line(curve.rates, curve.losses, seed == 0 ? "Adam" : nil, colour: .vermilion)
                }
                Rule(x: 0.03, "the book's rate for SGD")
            }, "the learning-rate finder, a line for each seed")

        // The book's finder prints two suggestions: a tenth of the rate with the lowest loss, and the rate where the
        // loss falls fastest. The second of them was 3·10⁻⁷ there, which is of no use: at the very beginning of the
        // curve, where a step changes nothing, it fell fastest by chance. Ours leaves the first tenth of the points
        // out. That is no cure: on a curve as flat as that of SGD the steepest place may still be one where nothing has
        // happened yet. With how many of our seeds is it below a rate of 0.001?
        record("sgd/rate-at-a-tenth-of-the-minimum", over: descent.map(\.minimum), book: 0.017378, differs: otherTask)
        record("sgd/rate-where-steepest", over: descent.map(\.steepest), book: 3.02e-07, differs: otherTask)
        show("\(descent.count { $0.steepest < 0.001 }) of \(descent.count)", "seeds with a steepest place below 0.001")

        // Today the default of the book's library is a third one, the middle of the longest valley, that is, of the
        // longest way on which the loss keeps falling. It needs a curve that falls. Where one is as flat as that of SGD
        // here, the longest valley may be a trickle in the noise. All three, for each seed:
        var table = TextTable(["", "a tenth of the minimum", "steepest", "middle of the valley"])
        for (name, curves) in [("SGD", descent), ("Adam", adam)] {
            for curve in curves {
                let rates = [curve.minimum, curve.steepest, curve.valley].map { String(format: "%.2g", $0) }
                table.add(name, rates[0], rates[1], rates[2])
            }
        }
        show(table, "three suggestions of the learning-rate finder, seed by seed")
    }
}

// The book concludes that SGD needs a higher rate than Adam, and takes ten times as much, 0.03. To compare with it, we
// do the same. (Our net likes higher rates; section 16.5 gives each optimizer the rate that the finder suggests.)

extension TrainingProcess {
    /// Gradient descent, one cycle up to 0.03, without momentum.
    var descentRuns: [TrainingRun] {
        get throws {
            try run.once {
                try trainings({ SGD($0, learningRate: $1) }) {
                    try $0.fitOneCycle(epochCount, learningRate: 0.03, momentum: nil)
                }
            }
        }
    }

    func plainDescent() throws {
        let runs = try descentRuns
        show(besideTheBook(runs, BookNumbers.descent), "plain SGD, one cycle up to 0.03")
        record("sgd/accuracy", over: runs.map(\.accuracy), book: 0.408917, differs: otherTask)
        record("sgd/valid-loss", over: runs.map(\.validLoss), book: 1.741143, differs: otherTask)
        let (adam, descent) = (Spread(try adamRuns.map(\.validLoss)).mean, Spread(runs.map(\.validLoss)).mean)
        show(
            fixed(descent / adam, 2), "SGD's validation loss, in multiples of Adam's",
            predict: .change("From Adam to plain SGD: what happens to the validation loss?", from: adam, to: descent))

        // Plain descent is slow, as in the book. The rest of the chapter is about what Adam does differently.
    }
}

// Look at `momentum: nil` once more. `fitOneCycle` does not only move the learning rate. It moves momentum as well, and
// whoever leaves that argument out gets more than plain descent. (In the book it is `moms=(0,0,0)`.) The recorder has
// kept the momentum of every batch:

extension TrainingProcess {
    func momentumByDefault() throws {
        var random = run.random
        let learner = try learner({ SGD($0, learningRate: $1) }, using: &random)
        try EpochReporting.silently { try learner.fitOneCycle(1, learningRate: 0.03) }
        show(
            learner.recorder.momenta[0], "momentum in the first batch of `fitOneCycle(1, learningRate: 0.03)`",
            predict: .choice(
                "The optimizer is SGD, and nobody has asked for momentum. Which one has it in the first batch?",
                ["0", "0.9", "0.95"], answer: "0.95"))
        show(try descentRuns[0].momenta[0], "momentum in the first batch with `momentum: nil`")

        // It makes a difference. The same epoch without momentum:
        random = run.random
        let plain = try self.learner({ SGD($0, learningRate: $1) }, using: &random)
        try EpochReporting.silently { try plain.fitOneCycle(1, learningRate: 0.03, momentum: nil) }
        show(
            "\(fixed(learner.recorder["valid_loss"][0], 4)) with momentum, "
                + "\(fixed(plain.recorder["valid_loss"][0], 4)) without",
            "validation losses of two trainings that look alike")
    }

    // MARK: Helpers

    /// The range of losses in which the curves differ: what comes after an explosion is cut off.
    private func shownLosses(_ curves: [LearningRateCurve]) -> ClosedRange<Double> {
        let start = curves.map { Double($0.losses[0]) }.max()!
        let lowest = curves.map { Double($0.losses.min()!) }.min()!
        let fall = max(start - lowest, 0.02 * start)
        return lowest - 0.1 * fall...start + 0.3 * fall
    }
}
