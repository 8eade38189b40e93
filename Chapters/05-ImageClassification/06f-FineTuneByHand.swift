// # Fine-tuning by hand
//
// Section 5.6 · After this page you can write `fineTune` yourself.

import Figures
import Layers
import Notebook
import Tensors
import Training
import Vision

// In a notebook, two question marks behind a name show its source: `learn.fine_tune??`. The book does that to find out
// what it has been calling all the time. (Here: open Sources/Engine/Training/GroupLearner.swift.) There are
// two steps:
//
// 1. Freeze the body, and train the new layers for one epoch.
// 2. Unfreeze, and train everything for as many epochs as were asked for.
//
// That is all. The details are learning rates: half of the rate in the second step, and for the first layers a
// hundredth of that. (`.slice(a, b)` is a rate for each group of layers, from a for the first to b for the last; the
// page on rates for groups has more of it. Of a frozen net only the last group learns, the head.)

/// What `fineTune` does, by hand. (The book's `fine_tune`.)
public func fineTuneByHand(
    _ learner: VisionLearner<CategoryBlock>, epochs: Int, rate: Float = 2e-3, frozenEpochs: Int = 1
) throws {
    learner.freeze()
    try learner.fitOneCycle(frozenEpochs, .slice(rate), rise: 0.99)
    learner.unfreeze()
    try learner.fitOneCycle(epochs, .slice(rate / 2 / 100, rate / 2), rise: 0.3, startDivisor: 5)
}

extension ImageClassification {
    func sameAsByHand() throws {
        // The same start, the same random numbers: after both, every bit of the two nets should be the same.
        let (most, epochs) = (run.size(quick: 40, usual: 80), 1)
        var (first, second) = (run.random, run.random)
        let byHand = try practiceLearner(most: most, batchSize: 8, using: &first)
        let byLearner = try practiceLearner(most: most, batchSize: 8, using: &second)
        try EpochReporting.silently {
            try fineTuneByHand(byHand, epochs: epochs)
            try byLearner.fineTune(epochs)
        }
        let (a, b) = (byHand.net.stateDictionary, byLearner.net.stateDictionary)
        show(
            a.keys.count { a[$0]!.scalars != b[$0]!.scalars }, "tensors that differ",
            ask: "By hand and by `fineTune`, from the same start: how many tensors of the net differ?")
        let recorder = byLearner.learner.recorder
        show(
            Chart("The rate of the head, in the two steps of fineTune", x: "batch", y: "learning rate") {
                Line(recorder.learningRates, "both steps", colour: .blue)
                Rule(x: recorder.learningRates.count / 2, "unfrozen from here on")
            }, "One frozen epoch, one for everything")

        // `fitOneCycle` begins with a low rate, raises it, and lets it fall for the rest of the training. (Chapter 13
        // says why.) The first step rises nearly to its end, for a head that is new cannot be spoiled; the second one
        // has its peak early, and most of it is the long way down.
    }

    func frozenByHand() throws {
        // For the rest of the section the book leaves `fine_tune` alone, and takes the two steps one by one. First the
        // head, three epochs at 3e-3:
        let rows = try headTrained.rows
        show(
            BookTrainings.beside(rows, BookTrainings.frozen),
            "Step one, the head alone: ours on \(try practiceName), the book's on all pets")
        record("head-alone/error-rate", rows.last!.metrics[0], book: 0.074425, differs: try practiceDifference)
        record("head-alone/valid-loss", rows.last!.validLoss, book: 0.222268, differs: try practiceDifference)
        record("head-alone/most-frequent-breed", try majorityError)

        // The book runs exactly this training twice, here and before its training with rates for groups. Same net, same
        // photos, same settings, other random numbers:
        var twice = TextTable(
            [
                "epoch", "first: train_loss", "valid_loss", "error_rate", "again: train_loss", "valid_loss",
                "error_rate",
            ],
            decimals: 4)
        for (k, (a, b)) in zip(BookTrainings.frozen, BookTrainings.frozenAgain).enumerated() {
            twice.add(k, a[0], a[1], a[2], b[0], b[1], b[2])
        }
        show(twice, "One training of the book, done twice")

        // How many photos are between the two at the end?
        show(
            Int(((0.074425 - 0.069012) * 1478).rounded()), "photos of 1,478 between two equal trainings of the book",
            ask: "Error rates of 0.074425 and 0.069012 on 1,478 photos: how many photos is the difference?")

        // Keep that in mind as a measure of what chance does, when you compare error rates.
    }
}

// MARK: Helpers

extension ImageClassification {
    /// A net whose head has learned for three epochs on a frozen body: where the next pages begin.
    var headTrained: (state: [String: Tensor], rows: [Recorder.Row]) {
        get throws {
            try run.once {
                var random = run.random
                let learner = try practiceLearner(using: &random)
                try EpochReporting.silently { try learner.fitOneCycle(run.size(quick: 1, usual: 3), 3e-3) }
                return (learner.net.stateDictionary, learner.learner.recorder.rows)
            }
        }
    }

    /// A learner with that net, unfrozen. It has random numbers of its own: with the old ones it would see the very
    /// same variants of its photos once more, and drop the very same features.
    func unfrozenLearner(most: Int = .max, draw: UInt64 = 1) throws -> VisionLearner<CategoryBlock> {
        var random = SplitMix64(seed: run.seed &+ draw)
        let learner = try practiceLearner(most: most, using: &random)
        try learner.net.load(try headTrained.state)
        learner.unfreeze()
        return learner
    }
}
