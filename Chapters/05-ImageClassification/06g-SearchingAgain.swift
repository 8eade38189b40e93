// # Searching again after unfreezing
//
// Section 5.6 · After this page you know why a search has to be repeated when something has changed, and how to read a
// curve that does not fall.

import Common
import Figures
import Layers
import Notebook
import Tensors
import Training
import Vision

// The head has learned, and the body is unfrozen. Is 3e-3 still a good rate? The net is another one now: more layers
// learn, and all of them know something already. So the search is made again.

extension ImageClassification {
    func secondSearch() throws {
        // A search ends when the smoothed loss is four times its best. If the very first batch happens to be an easy
        // one, that may be after a step or two. So a search that has not come to 1e-5 is made again, with other
        // batches, up to three times in all:
        let steps = run.size(quick: 12, usual: 30, full: 100)
        var curve = try unfrozenLearner().findLearningRate(steps: steps)
        for draw in [2, 3] as [UInt64] where curve.rates.last! < 1e-5 {
            curve = try unfrozenLearner(draw: draw).findLearningRate(steps: steps)
        }
        let kept = Array(zip(curve.rates, curve.losses))
        let low = kept.filter { $0.0 < 1e-5 }.map(\.1)
        let flat = Spread(low)
        show(
            curve.chart("After unfreezing: no long fall, and then up", showsSuggestions: false),
            "The finder's curve for the whole net, after the head has been trained",
            predict: .yesNo(
                "A search on a net that has been trained already: does its loss at 1e-5 fall below nine tenths of the first one?",
                low.last! < 0.9 * curve.losses[0]))
        show(
            "\(fixed(curve.losses.last!, 2)), at the rate \(significant(curve.rates.last!, 2))",
            "the last smoothed loss; the picture cuts it off a little above what came before")
        record("second-search/first-loss", curve.losses[0])
        record("second-search/deviation-below-1e-5", flat.deviation ?? 0)
        let differs = "\(try practiceDifference); \(curve.rates.count) steps"
        record("second-search/minimum-over-10", curve.minimum, book: 1.0964782268274575e-05, differs: differs)
        record("second-search/steepest", curve.steepest, book: 1.5848931980144698e-06, differs: differs)

        // The curve of a new head had a long fall. This one jumps, as long as it is a mean of few losses; then it has a
        // plain, and then a mountain, of which the picture shows the foot. There is no long fall to be had in one
        // epoch's worth of batches: the net is near the bottom of a valley already. (If there is some fall in between,
        // it comes from what the body can still learn.) So the rule of the steepest fall is of no use here. On a plain
        // it gives whichever place the noise has chosen; the book's, 1.6e-6, is such a one. The rule for such curves
        // is: well before the rise, a tenth of the rate at which it begins. The book takes 1e-5.
    }

    func allAtOneRate() throws {
        // Six epochs, with everything unfrozen, and one rate for all layers:
        let learner = try unfrozenLearner()
        let epochs = run.size(quick: 1, usual: 2, full: 6)
        try EpochReporting.silently { try learner.fitOneCycle(epochs, 1e-5) }
        let rows = learner.learner.recorder.rows
        show(
            BookTrainings.beside(rows, BookTrainings.unfrozen),
            "Step two at rate 1e-5 for all layers: ours on \(try practiceName), the book's on all pets")
        let before = try headTrained.rows.last!
        record(
            "unfrozen/error-rate", rows.last!.metrics[0], book: 0.059540,
            differs: "\(try practiceDifference); \(rows.count) of 6 epochs")
        record("unfrozen/valid-loss-before", before.validLoss)
        record("unfrozen/valid-loss-after", rows.last!.validLoss)

        // In the book, unfreezing brings the error rate from 0.074 to 0.060. Its steps are short, and it takes 92 of
        // them in an epoch; with a few hundred photos there are not many steps, and at 1e-5 a net hardly moves. Which
        // is the next problem: a rate that is safe for the first layers is too low for the head.
    }

    func averagesThatMove() throws {
        // One thing can go wrong in this step without any learning rate. The head has learned from what the body says
        // with its old averages. If the norms now measure anew, in batches of a few dozen small photos, the body says
        // something else, although no weight has moved. Here the photos go through the net once, in training mode, and
        // nothing is learned:
        let learner = try unfrozenLearner()
        let before = try learner.getPreds(), classes = learner.data.target.vocabulary.classes
        learner.net.body.train()
        learner.net.head.eval()
        noGrad { for (x, _) in learner.data.train { _ = learner.net(x) } }
        let after = try learner.getPreds()
        let errors = [before, after].map {
            1 - ClassificationInterpretation($0.outputs, actual: $0.targets.scalars, classes: classes).accuracy
        }
        var table = TextTable(["the body's averages", "validation loss", "error rate"], decimals: 3)
        table.add("the old ones", before.losses.mean().item, errors[0])
        table.add("after one pass of the training photos", after.losses.mean().item, errors[1])
        let (old, new) = (before.losses.mean().item, after.losses.mean().item)
        show(
            table, "Not a single weight has changed",
            predict: .change(
                "The norms measure the training photos once, no weight changes. What happens to the validation loss?",
                from: old, to: new, margin: 1e-4))
        record("averages/valid-loss-before", old)
        record("averages/valid-loss-after", new)

        // So either the norms measure from the beginning, while the head learns (the book's way; good with large
        // batches and many of them), or they keep their averages all the time (ours, for small ones). To change from
        // one to the other in the middle costs what the table says.
    }
}
