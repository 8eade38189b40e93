// # Cat or dog?
//
// Section 1.3 · After this page you have trained a model, and can read the table that it leaves.

import Figures
import Foundation
import Notebook
import Tensors
import Training
import Vision

// This is the whole program: a `plan` that says where labels come from and what is done with photos, and a model,
// `trained` by a learner that gets photos by this plan. What each line does is the matter of section 1.5. Read it as
// you would read a sentence in a language that you are about to learn:

extension FirstModels {
    /// The plan of the data: photos with their labels, a fifth of them held back to judge it by, all of one size.
    /// (The book's `ImageDataLoaders.from_name_func`, with `valid_pct`, `seed`, `label_func` and `item_tfms`.)
    var plan: DataBlock<URL, CategoryBlock> {
        get throws {
            DataBlock(
                target: CategoryBlock(Vocabulary(["cat", "dog"])), splitter: .random(share: 0.2, seed: 42),
                getY: { isCat($0.lastPathComponent) ? "cat" : "dog" }, item: Resize(Size2D(try photoSize)))
        }
    }

    /// The trained model. (The book's `learn`, which `cnn_learner` makes and `fine_tune` trains.)
    var trained: VisionLearner<CategoryBlock> {
        get throws {
            try run.once {
                var random = run.random
                let data = try plan.loaders(of: try photos, batchSize: try batchSize, using: &random)
                let learner = try petLearner(data, using: &random)
                try EpochReporting.silently {
                    try learner.fineTune(epochs, rate: rate, frozenEpochs: frozenEpochs, divisor: divisor)
                }
                return learner
            }
        }
    }

    func theTraining() throws {
        // A net that has seen many other pictures is fitted to the new task in two steps. In the first, only a new last
        // part learns, in the second, everything does. Each pass through all photos is an *epoch*. And after each, the
        // net is asked about photos that it has never learned from. A line of the tables belongs to an epoch. (The
        // book's net is called ResNet-34. Of the columns, `train_loss` and `valid_loss` say how far off its answers
        // were, on photos that it learns from and on others. Section 1.4 says more; here, only see that they fall on
        // the whole. Its two epochs took 14 and 19 seconds, on a graphics card.)
        let (learner, photos) = (try trained, try photos)
        let rows = Array(learner.learner.recorder.rows)
        show(
            besideTheBook(rows.prefix(frozenEpochs), (0.169390, 0.021388, 0.005413)),
            "First step, the last part: \(try pretrained.title), \(photos.count) photos (the book: ResNet-34, 7,390)"
        )
        show(
            besideTheBook(rows.dropFirst(frozenEpochs), (0.058748, 0.009240, 0.002706)),
            "Second step: everything learns",
            predict: .change(
                "After the second step, compared with the end of the first, the error rate is …",
                from: rows[frozenEpochs - 1].metrics[0], to: rows.last!.metrics[0]))
        let errors = learner.learner.recorder["error_rate"]
        let judged = learner.data.datasets.valid
        let differs = "another net, \(photos.count) photos"
        record("first-model/error-rate-of-the-last-part", errors[frozenEpochs - 1], book: 0.005413, differs: differs)
        record("first-model/error-rate", errors.last!, book: 0.002706, differs: differs)

        // The last column of ours is the one for people: the *error rate* is the share of photos that it got wrong. It
        // is counted on the fifth of the photos that the net did not learn from. (Chance has a part in it. The book
        // says that yours will not be the same as its own, and mostly well below 0.02.) How many mistakes is that?
        let wrong = Int((errors.last! * Float(judged.count)).rounded())
        show("\(wrong) of \(judged.count)", "photos that it gets wrong")
        show(
            Int((0.002706 * 1478).rounded()), "photos that the book's model gets wrong",
            predict: .count("The book's model is wrong on a share of 0.002706 of 1,478 photos. How many are that?", 4))
        record("first-model/error-rate-of-always-the-same", 1 - shareOfMostFrequent(judged.values))
        show(try learner.showResults(count: 8, columns: 4), "Some of the validation photos, with what is true")

        // With photos of real pets, no program of the years before 2012 made so few mistakes, whoever wrote it and
        // however long it took. This one took a few lines, and hardly longer than a cup of tea.
    }
}

// MARK: Helpers

/// Our epochs, and the book's beside the first of them.
private func besideTheBook(
    _ rows: some Collection<Recorder.Row>, _ book: (train: Double, valid: Double, error: Double)
) -> TextTable {
    var table = TextTable(
        ["epoch", "train_loss", "valid_loss", "error_rate", "book: train_loss", "valid_loss", "error_rate"])
    for (place, row) in rows.enumerated() {
        let theirs: [Double?] = place == 0 ? [book.train, book.valid, book.error] : [nil, nil, nil]
        table.add(row.epoch, row.trainLoss, row.validLoss, row.metrics[0], theirs[0], theirs[1], theirs[2])
    }
    return table
}
