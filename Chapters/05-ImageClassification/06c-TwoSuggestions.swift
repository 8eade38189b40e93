// # Two rules of thumb
//
// Section 5.6 · After this page you can choose a learning rate from the finder's curve, and trust that a search changes
// nothing.

import Common
import Figures
import Notebook
import Tensors
import Training

// People look at the curve and choose. Two rules of thumb do the same without looking:
//
// - One order of magnitude below the minimum: a tenth of the rate at which the loss was lowest.
// - The last point at which the loss clearly fell; or in numbers, the point at which it falls fastest over the
//   logarithm of the rate.
//
// Both leave out the two ends of the curve. In the first steps the smoothed loss has not settled yet, and the last ones
// are the explosion:

/// A tenth of the rate with the lowest loss, and the rate from which the loss falls fastest. The first tenth of the
/// points and the last five do not count.
public func suggestedRates(_ rates: [Float], _ losses: [Float]) -> (minimum: Float, steepest: Float) {
    let kept = rates.count / 10..<rates.count - 5
    let lowest = kept.min { losses[$0] < losses[$1] }!
    func slope(_ i: Int) -> Float {
        (losses[i + 1] - losses[i]) / (Tensor(rates[i + 1]).log() - Tensor(rates[i]).log()).item
    }
    let steepest = kept.dropLast().min { slope($0) < slope($1) }!
    return (rates[lowest] / 10, rates[steepest])
}

extension ImageClassification {
    func searchOfTheLearner() throws {
        // A learner has the finder built in (the book's `lr_find`). It notes everything that a search might change, and
        // puts it back: the weights, the averages of the norms, the optimizer, even the random numbers to come.
        var random = run.random
        let learner = try practiceLearner(using: &random)
        let before = learner.net.stateDictionary
        let curve = try learner.findLearningRate(steps: searchSteps)
        let after = learner.net.stateDictionary
        let different = before.keys.count { before[$0]!.scalars != after[$0]!.scalars }
        show(
            different, "tensors of the net that the search has changed",
            ask: "The search ends with rates that ruin a net. How many tensors are different afterwards?")

        let differs = "\(try practiceDifference); \(searchSteps) steps"
        record("finder/minimum-over-10", curve.minimum, book: 8.32e-3, differs: differs)
        record("finder/steepest", curve.steepest, book: 6.31e-3, differs: differs)
        if curve.rates.count > 8 {
            let byHand = suggestedRates(curve.rates, curve.losses)
            show(
                byHand.minimum == curve.minimum && byHand.steepest == curve.steepest,
                "our two rules give the same as the engine's")
        }

        // The picture of the last page has both. The steepest fall needs a look at it. Losses of single batches are
        // noisy, and where the curve is smoothed over few of them, a chance fall far to the left may be the steepest.
        // Then the first rule, or your eyes, have to do.
        //
        // (The third suggestion of the engine's curve, `valley`, came after the book: half-way down the longest fall.
        // It is the default of the book's library today.)
    }

    func trainingWithIt() throws {
        // The book chooses 3e-3, a round number near both suggestions, and fine-tunes again, two epochs after the
        // first. (An erratum: it says that chapter 1 used the default rate of 1e-3. That is the default of a learner;
        // `fine_tune` has its own, 2e-3.)
        var random = run.random
        let learner = try practiceLearner(using: &random)
        let epochs = run.size(quick: 1, usual: 2)
        try EpochReporting.silently { try learner.fineTune(epochs, rate: 3e-3) }
        let rows = learner.learner.recorder.rows
        show(
            BookTrainings.beside(rows, BookTrainings.chosen, frozen: (1, 1)),
            "Fine-tuning at rate 3e-3: ours on \(try practiceName), the book's on all pets")
        record("chosen-rate/error-rate", rows.last!.metrics[0], book: 0.081867, differs: try practiceDifference)
        record("chosen-rate/most-frequent-breed", try majorityError)

        let (head, all) = (rows[0].metrics[0], rows.last!.metrics[0])
        show(
            "Ours had an error rate of \(fixed(head, 3)) with the head alone, and \(fixed(all, 3)) at the end. "
                + (all > head
                    ? "Here the body has lost more than it could learn from so few photos."
                    : "Here the body had something to learn."))

        // That is not settled by one training. But keep in mind that unfreezing is a wager where photos are few and
        // small, and see what a frozen body can do, at the end of this section.
        //
        // Look at the book's own numbers beside its first training (error rates of 0.108, 0.096 and 0.066 at 2e-3): the
        // chosen rate ended at 0.082, a little worse. One training is one draw of the dice, and a rate that is 1.5
        // times as high is the same rate for most purposes. What the finder is good for is the order of magnitude: it
        // would not have let anybody take 0.1, or 1e-6.
    }
}
