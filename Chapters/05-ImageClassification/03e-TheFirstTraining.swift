// # A simple model, soon
//
// Section 5.3 · After this page you train a first model as soon as the data looks right, and know what its table says.

import Common
import Figures
import Foundation
import Notebook
import Tensors
import Training
import Vision

// As soon as the data looks right, train. Do not wait until the data is clean, the net is chosen and every idea is in.
// A simple model tells you in minutes whether training works at all with this data, gives you a number that all later
// ideas have to beat, and often shows what is wrong with the data. There are two baselines for everything that follows:
// the answer that is always the same, and this first model.
//
// What people want to know of a classifier is how often it is wrong. That is the metric of this chapter, `errorRate`:

/// The share of wrong answers: one less the accuracy. (The book's `error_rate`.)
/// scores [n, classes] · targets [n] → 0...1
public func errorRate(_ scores: Tensor, _ targets: IntTensor) -> Float {
    let answers = scores.argmax(axis: 1).scalars
    return Float(zip(answers, targets.scalars).count { $0 != $1 }) / Float(answers.count)
}

extension ImageClassification {
    func alwaysTheSameBreed() throws {
        // What does one reach without looking at the photos? The best that can be said is the most frequent breed of
        // the training set:
        let sets = try plan.datasets(of: try photos)
        let breed = mostFrequent(sets.train.values, 1)[0]
        let wrong = sets.valid.values.count { $0 != breed }
        show(breed, "the most frequent breed of the training set")
        record("baseline/error-of-always-the-same", Double(wrong) / Double(sets.valid.count))
    }

    func theFirstModel() throws {
        // And with looking? A body that has learned from other pictures, a new head with an output for each breed, and
        // `fineTune`: one epoch in which only the head learns, and then some in which everything does. In code:
        //
        //     let learner = VisionLearner(data, body: body, metrics: [.errorRate], using: &random)
        //     try learner.fineTune(2)
        //
        // (Where a small net stands in for a large one, it learns at five times the rate and for more epochs: it knows
        // less, and has more to learn.)
        //
        // The loss is not named anywhere. The data block knows that a class is to be predicted, and takes what fits:
        // cross-entropy, the matter of section 5.4.
        let (learner, body) = (try trained, try body)
        show(body.title, "the body")
        var table = TextTable(
            ["", "epoch", "train_loss", "valid_loss", "error_rate", "book: train_loss", "valid_loss", "error_rate"])
        for (place, row) in learner.learner.recorder.rows.enumerated() {
            let book = BookPets.firstTraining.indices.contains(place) ? BookPets.firstTraining[place] : nil
            table.add(
                place == 0 ? "head alone" : "everything", row.epoch, row.trainLoss, row.validLoss, row.metrics[0],
                book?.train, book?.valid, book?.error)
        }
        let errors = learner.learner.recorder["error_rate"]
        show(
            table, "\(body.title), fine-tuned on \(dataName); beside it ResNet-34 on all 7,390 photos, as in the book",
            predict: .change(
                "The error rate after everything has learned, compared with the epoch of the head alone, is …",
                from: errors[0], to: errors.last!))

        // A row is an *epoch*: one pass through all training photos. `train_loss` is measured on these while the
        // net learns, `valid_loss` and the metrics on the photos that it never learns from. The epoch of the head alone
        // is a training of its own, and so its number is 0, too. (The book's table has a column for the time as well:
        // 18 seconds for the epoch of the head, 23 for each of the others, on a graphics card.)
        record(
            "first-training/error-rate", errors.last!, book: 0.066306,
            differs: "another net, \(counted(try firstEpochs, "epoch")) of everything, \(try photos.count) photos")
        let judged = try plan.datasets(of: try photos).valid.count
        let predictions = try learner.getPreds(.valid)
        show(errorRate(predictions.outputs, predictions.targets) == errors.last!, "by hand, the error rate is the same")
        show(
            "\(Int((errors.last! * Float(judged)).rounded())) of \(judged)", "photos that it takes for another breed")
    }

    func whatItSays() throws {
        // Some photos with what is true, and what the net says where that is something else:
        let learner = try trained
        show(try learner.showResults(count: 6, columns: 3), "What the first model says, on \(dataName)")

        // How good is that, beside the two numbers that cost nothing?
        let sets = learner.data.datasets
        let counts = Dictionary(grouping: sets.train.values) { $0 }.mapValues(\.count)
        let most = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }!.key
        var table = TextTable(["who", "error_rate"], decimals: 3)
        table.add("somebody who guesses", 1 - 1 / Double(try breeds.count))
        table.add("always \(most)", Double(sets.valid.values.count { $0 != most }) / Double(sets.valid.count))
        table.add("\(try body.title), fine-tuned", learner.learner.recorder["error_rate"].last!)
        show(table, "Three who name breeds, on \(dataName)")

        // How much of the gap was learned from other pictures? Section 5.6 sets a net of the same form beside it that
        // begins with nothing. And it asks what makes the last row better.
    }
}
