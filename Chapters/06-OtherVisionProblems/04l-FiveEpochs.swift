// # Five epochs
//
// Section 6.4 · After this page you have trained a net that finds heads, and can say how far off it is in pixels.

import Common
import Datasets
import Figures
import Foundation
import Notebook
import Tensors
import Training
import Vision

// The learner knows what is to be predicted, so it takes the loss by itself: the mean of the squared errors, for points
// as for any other numbers. And there is no metric. A metric is there to be read by people, and this loss is one
// already, or its root is. As always, a learning rate first:

extension OtherVisionProblems {
    func rateForHeads() throws {
        var random = run.random
        let learner = try headLearner(using: &random)
        let curve = try learner.findLearningRate(steps: run.size(quick: 12, usual: 60, full: 100))
        show(
            curve.chart(curve.headline) {
                Rule(x: headRate, "the rate taken, 1e-2", colour: .purple)
            }, "A search for the rate on \(headsName)")
        show("\(curve.steepest)", "the rate where it falls fastest")
        show("\(curve.minimum)", "a tenth of the rate of the minimum")

        // The book reads 2e-2 off its own curve; here it is half of that. Both are high rates, ten times what
        // fine-tuning takes. The pretrained body may change much: it has learned *what* is there, and now has to say
        // *where*.
    }

    func fiveEpochsOfHeads() throws {
        let learner = try trainedHead
        let sets = learner.data.datasets
        let book = [
            (0.045840, 0.012957), (0.006369, 0.001853), (0.003000, 0.000496), (0.001963, 0.000360),
            (0.001584, 0.000116),
        ]
        var table = TextTable(["epoch", "train_loss", "valid_loss", "book: train_loss", "valid_loss"], decimals: 6)
        for (place, row) in learner.learner.recorder.rows.enumerated() {
            table.add(row.epoch, row.trainLoss, row.validLoss, book[place].0, book[place].1)
        }
        show(
            table,
            "\(try headBody.title), on \(headsName) at \(try headSize.width) × \(try headSize.height) pixels; "
                + "beside it the book's ResNet-18 at 320 × 240")
        let error = learner.learner.recorder.rows.last!.validLoss
        let differs =
            "another net, \(try headFrames.count) frames, \(try headSize.width) × \(try headSize.height) pixels"
        record("heads/valid-loss", error, book: 0.000116, differs: differs)
        record("heads/always-the-mean", sets.errorOfTheMean)
        let ratio = Double(sets.errorOfTheMean / error)
        show(fixed(ratio, 1), "so many times smaller is the net's squared error than that of always saying the mean")
    }

    func lossesAsPixels() throws {
        // What does 0.0001 mean? Its root, 0.01, is the typical error of a coordinate, in units of which the picture is
        // two wide. So multiply it by half of the width:
        record(
            "heads/pixels-of-the-books-loss", inPixels(0.0001, width: 320),
            predict: .number(
                "The squared error is 0.0001, the picture is 320 pixels wide, x from -1 to 1. How many pixels is that?",
                1.6, within: .plusMinus(0.05)))
        record("heads/root-of-the-books-loss", 0.0001.squareRoot(), book: 0.01)
        let learner = try trainedHead
        let (width, error) = (try headSize.width, learner.learner.recorder.rows.last!.validLoss)
        record("heads/error-in-pixels", inPixels(error, width: width))
        record("heads/error-in-percent-of-the-width", 100 * inPixels(error, width: width) / Double(width))
        show(
            fixed(inPixels(learner.data.datasets.errorOfTheMean, width: width), 2),
            "the error in pixels of always saying the mean")

        // (A unit of y is fewer pixels than one of x, in a picture that is wider than high. The root of the loss is a
        // mixture of both; taken as a share of the width it says a little too much.)
    }

    func shownResults() throws {
        // And now look. The book sets two pictures side by side, target and prediction. Here both are in one: orange is
        // the label, blue what the net says of a person whom it has never seen.
        let learner = try trainedHead
        show(try learner.showResults(count: 6, columns: 3), "\(headsName): labels, and what the net says")

        // To use the net there is `predict`. It gives the point as shares of the picture, whatever the size of the
        // file:
        let frame = try headFrames.first { $0.recording == (try? judgedRecording) }!
        let found = try learner.predict(frame.picture)
        let point = pixelPoint(found.outputs.scalars.map { Double($0) }, in: frame.size)
        show(
            "column \(fixed(point.x, 1)), row \(fixed(point.y, 1))",
            "predicted for \(try heads.shortName(frame.picture))")
        show("column \(fixed(frame.label.points[0].x, 1)), row \(fixed(frame.label.points[0].y, 1))", "its label")

        // A body that has learned to tell things apart now says where something is. Nothing was told to it about
        // places. How much of that it brought along, and how much it has learned in these epochs, is a question for a
        // later page.
    }
}
