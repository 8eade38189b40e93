// # The baseline
//
// Section 7.1 · After this page you have what every idea is measured against, and know how much of an accuracy is
// chance.

import Common
import Figures
import Notebook
import Tensors
import Training
import Vision

// A baseline is the simplest training that works well. The book's: photos are brought to 460 × 460 first, and cut to
// 224 × 224 when they are changed at random (presizing, section 5.2); 64 of them in a batch; five epochs along one
// cycle, at a rate of 0.003, with cross-entropy (`CrossEntropyLossFlat`). Nothing is normalized yet. Ours has the same
// parts, with fewer and smaller photos and the small net, and the higher rate that suits it.
//
// Everything that a training of this chapter is made of is a `Setup`, in SharedTrainings.swift, and `trained` makes a
// learner of it that has learned. `rawBaseline` is the baseline of this section, and `rawLearners` are nets that have
// learned so, one for each seed:

extension StateOfTheArt {
    /// The baseline without normalization.
    var rawBaseline: Setup {
        var setup = baseline
        setup.normalization = nil
        return setup
    }

    /// Learners of it, one for each seed, which pages look at. Do not train them any further.
    var rawLearners: [VisionLearner<CategoryBlock>] {
        get throws {
            try run.once {
                let setup = rawBaseline
                _ = try parts
                return try run.overSeedsAtOnce(seeds) { random in try trained(setup, using: &random) }
            }
        }
    }

    func theBaseline() throws {
        let learners = try rawLearners
        show(
            BookTrainings.beside(learners[0].learner.recorder.rows, BookTrainings.baseline),
            "Five epochs from nothing on \(dataName), beside the book's on imagenette2")
        let accuracies = learners.map(\.accuracy)
        record(
            "baseline/accuracy", over: accuracies, book: 0.825243,
            differs: "a small net, \(try parts.train.count) photos of \(large) × \(large) pixels")
        let best = accuracies.max()!, worst = accuracies.min()!
        show(
            accuracies.map { fixed($0, 3) }.joined(separator: ", "),
            "the same training from \(counted(accuracies.count, "seed"))")
        show(fixed(best - worst, 3), "from the worst to the best of them")

        // Nothing but the seed tells these trainings apart: the first weights, the order of the photos, how they are
        // changed. Whoever tries one idea in one training, and compares it with another one, compares two throws of
        // dice. That is why every table of this chapter has several seeds, and the same ones for each row.
        let share = try majorityShare
        show(
            accuracies.allSatisfy { $0 > share }, "all are better than always the most frequent class",
            ask: "Is every one of them better than always giving the same answer?")
    }

    func firstMistakes() throws {
        // What does it get wrong? The photos with the highest loss, of the first of these nets:
        let learner = try rawLearners[0]
        let worst = try ClassificationInterpretation(learner).topLosses(6)
        let photos = learner.data.datasets.valid.photos
        show(
            ImageGrid(
                try worst.map { try photos[$0.place].opened().photo().raster },
                titles: worst.map { "\($0.actual) (taken for \($0.predicted))" }, columns: 3, cellSize: 380),
            "The photos with the highest losses: what they are, and what the net said")
    }
}
