// # The first training
//
// Section 19.7 · After this page you have trained a net on pictures with nothing but what this chapter has built.

import Common
import Figures
import Notebook
import Tensors

// Everything is there: pictures, loaders, a net, a loss, an optimizer, a loop with callbacks.
//
// The simple CNN of section 19.4, plain gradient descent with a rate of 0.1, one epoch. Chance decides with which
// weights it starts and in which order it sees the pictures, so it is trained from several seeds.

extension LearnerFromScratch {
    func oneEpochOfCNN() throws {
        let (pictures, prepare) = (try keptPictures, PrepareInputs(try normalize))
        let rows = try run.overSeeds(run.size(quick: 2, usual: 5)) { random in
            let results = TrackResults()
            let learner = Learner(
                simpleCNN(classes: try labels.count, using: &random), loaders(pictures, using: &random),
                learningRate: 0.1,
                callbacks: [PrepareBatch(prepare), results])
            try learner.fit(1)
            return (train: results.rows(training: true)[0], valid: results.rows(training: false)[0])
        }

        // What the book's `TrackResults` prints, a line for each pass, from the first seed: the epoch, whether it is
        // training, the loss and the accuracy.
        for row in [rows[0].train, rows[0].valid] { show("\(row)") }

        // The book's own table has these two lines, on Imagenette:
        var table = TextTable(["epoch 0", "loss", "accuracy", "the book's loss", "the book's accuracy"], decimals: 4)
        table.add(
            "training", Spread(rows.map(\.train.loss)), Spread(rows.map(\.train.accuracy)),
            BookNumbers.firstFit.train.loss, BookNumbers.firstFit.train.accuracy)
        table.add(
            "validation", Spread(rows.map(\.valid.loss)), Spread(rows.map(\.valid.accuracy)),
            BookNumbers.firstFit.valid.loss, BookNumbers.firstFit.valid.accuracy)
        show(table, "One epoch on \(dataName), \(counted(rows.count, "time")), beside the book's")
        let differs = try whatDiffersInAnEpoch
        record(
            "fit-one/train-loss", over: rows.map(\.train.loss), book: BookNumbers.firstFit.train.loss, differs: differs)
        record(
            "fit-one/train-accuracy", over: rows.map(\.train.accuracy), book: BookNumbers.firstFit.train.accuracy,
            differs: differs)
        record(
            "fit-one/valid-loss", over: rows.map(\.valid.loss), book: BookNumbers.firstFit.valid.loss, differs: differs)
        record(
            "fit-one/valid-accuracy", over: rows.map(\.valid.accuracy), book: BookNumbers.firstFit.valid.accuracy,
            differs: differs)

        // The row for training is a mean over the whole epoch, from the first batch on, when the net knew nothing. The
        // row for validation is what it can do at the end. So it is no wonder if validation looks better than training.
        //
        // "Amazing", says the book at this point. Files, labels, a loader, modules, a net, a loss, an optimizer, a loop
        // with callbacks: all the key ideas of a deep-learning library are in this one table, and there is nothing
        // below them but tensors with gradients.
    }
}
