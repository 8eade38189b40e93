// # A learning rate that is too high
//
// Section 5.6 · After this page you can say what too low and too high learning rates cost, and have seen one that is
// too high.

import Figures
import Foundation
import Notebook
import Tensors
import Training

// The classifier works. From here on it is to get better. The book begins with what matters most and is most often
// wrong: the *learning rate*. Section 4.7 had it on a parabola. If it is too low, many epochs are needed. They take
// time, and each of them is another opportunity to learn the photos by heart. If it is too high, a step lands beyond
// the valley, higher up than it started.
//
// How bad can that be? The book fine-tunes its net with a rate of 0.1, fifty times the usual one. We do the same. On
// this page and the following ones we train many times, so the photos are small, and only breeds take part of which
// there are enough validation photos. The tables say so.

extension ImageClassification {
    func whatIsTrained() throws {
        let plan = try practicePlan
        let sets = try plan.datasets(of: try practicePhotos)
        show("\(try practiceName), \(practiceSize) × \(practiceSize) pixels each: \(try body.title)")
        show("\(sets.train.count) for training, \(sets.valid.count) for validation")
        record("improving/error-of-the-most-frequent-breed", try majorityError)

        // (The last number is the error rate of a program that always says the most frequent breed of the training
        // photos. Whatever is trained has to be better than that.)
    }

    func aRateThatIsTooHigh() throws {
        // First with the rate that `fineTune` takes if nobody says anything, 2e-3: one epoch for the head alone, then
        // one for everything. Then the same with 0.1, from the same start:
        let usual = try fineTuned(rate: 2e-3), tooHigh = try fineTuned(rate: 0.1)
        let (good, bad) = (usual.last!, tooHigh.last!)
        show(
            BookTrainings.beside(tooHigh, BookTrainings.tooHigh, frozen: (1, 1)),
            "Fine-tuning at rate 0.1: ours on \(try practiceName), the book's on all pets",
            predict: .change(
                "Fifty times the usual learning rate: what is the validation loss, compared with the usual one?",
                from: good.validLoss, to: bad.validLoss))
        var table = TextTable(["rate", "validation loss", "error rate"], decimals: 4)
        table.add("0.002", good.validLoss, good.metrics[0])
        table.add("0.1", bad.validLoss, bad.metrics[0])
        table.add("always the most frequent breed", nil as Double?, try majorityError)
        let classes = Set(try practicePhotos.map(\.breed)).count
        table.add("probabilities that are all equal", log(Double(classes)), nil as Double?)
        show(table, "After the last epoch")
        record("too-high/error-rate", bad.metrics[0], book: 0.954668, differs: try practiceDifference)
        record("usual-rate/error-rate", good.metrics[0])
        let isWorse = Double(bad.metrics[0]) > Double(good.metrics[0]) + 0.02
        show(
            "At rate 0.1 the loss is \(Double(bad.validLoss) > log(Double(classes)) ? "higher" : "lower") than that of equal "
                + "probabilities, and the error rate \(isWorse ? "higher" : "no higher") than at the usual rate.")

        // (The two need not agree. A small net with norms soon finds some right answers again, and is still very sure
        // of its wrong ones.)
        //
        // In the first epoch only the head learns; the body is safe, as far as it is frozen. (Look at the book's
        // validation loss of 48, when chance has ln 37 = 3.6. A head that is thrown about is not just ignorant, it is
        // very sure of nonsense.) In the second epoch the body goes, too. What it knew about photos is overwritten by
        // steps that are far too long. Whoever goes on from there trains a net that has to learn it all over again,
        // from a few hundred photos. It is better to start once more from the file.
        //
        // So a bad rate costs more than time. How do you find a good one, if not by trying a dozen?
    }
}

// MARK: Helpers

extension ImageClassification {
    private func fineTuned(rate: Float) throws -> [Recorder.Row] {
        var random = run.random
        let learner = try practiceLearner(using: &random)
        try EpochReporting.silently {
            try learner.fineTune(1, rate: rate)
        }
        return learner.learner.recorder.rows
    }
}
