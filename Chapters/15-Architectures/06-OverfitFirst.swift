// # First overfit
//
// Section 15.6 · After this page you can tell whether a net has what it takes, before you fight its overfitting.

import Common
import Figures
import Foundation
import Notebook
import Tensors
import Training

// With data without end, memory without end and time without end there would be nothing to say: train a huge net for
// long. But all three end, and so there are decisions to make. The book's advice for them begins with something that
// sounds wrong: *first get to where the net overfits*.
//
// A net that learns its pictures by heart has enough capacity, the optimizer works, and the labels fit the pictures. A
// net that cannot even do that is not going to understand anything either. From there on, overfitting is something to
// be reduced. So here is a net that is made to overfit: three linear layers on all pixels of a few scenes with one of
// five things on each. `trained` trains it, and judges it on others (Ladder.swift has the details); `overfitted` is
// what becomes of it:

extension Architectures {
    /// Where the way begins: few pictures, and nothing against overfitting.
    var firstRung: Rung { Rung(pictures: fewPictures) }

    /// The first training, with what was measured after each epoch.
    var overfitted: RungResult {
        get throws {
            try run.once {
                var random = run.random
                return try EpochReporting.silently { try trained(firstRung, withCurve: true, using: &random) }
            }
        }
    }

    func learnedByHeart() throws {
        let result = try overfitted
        let epochs = result.curve.indices.map { $0 + 1 }
        let classes = try ladderScenes.train.classes.count
        show(
            Chart(
                "Learned by heart", x: "epoch", y: "loss"
            ) {
                Line(epochs, result.curve.map { Double($0.trainLoss) }, "pictures learned from", colour: .blue)
                Line(epochs, result.curve.map { Double($0.validLoss) }, "other pictures", colour: .vermilion)
                Rule(y: log(Double(classes)), "guessing")
            }, "Losses of the first training, \(counted(fewPictures, "scene"))")
        var table = TextTable(["pictures", "loss", "accuracy"], decimals: 3)
        table.add("learned from", result.trainLoss, result.trainAccuracy)
        table.add("others", result.validLoss, result.validAccuracy)
        table.add("guessing", log(Double(classes)), 1 / Double(classes))
        show(
            table, "The net after its training",
            predict: .share(
                "A net of 300,000 numbers goes through \(counted(fewPictures, "picture")) \(counted(epochs.count, "time")). Which share of them does it then get right?",
                result.trainAccuracy, within: .plusMinus(0.05)))
        record("overfit/train-accuracy", result.trainAccuracy)
        record("overfit/valid-accuracy", result.validAccuracy)
        record("overfit/parameters", result.parameters)

        // The loss on other pictures falls at first, and then rises while the net goes on learning. It becomes surer of
        // all its answers, also of the wrong ones. (Later the rate is lower and the weights settle, and some of it is
        // taken back. The lowest loss is long past.)
    }

    func tooSmallToOverfit() throws {
        // And this is what it looks like if there is no overfitting to be reduced. The same net with two units in each
        // layer:
        var narrow = firstRung
        narrow.width = 0.01
        let results = try trained(narrow)
        var table = TextTable(["net", "numbers", "accuracy on pictures learned from", "on others"], decimals: 3)
        let first = try ladder[firstRung]!
        for (name, some) in [("the first", first), ("two units in each layer", results)] {
            table.add(
                name, some[0].parameters, Spread(some.map(\.trainAccuracy)), Spread(some.map(\.validAccuracy)))
        }
        show(
            table, "A net that can learn its pictures by heart, and one that cannot, \(counted(first.count, "seed"))",
            predict: .yesNo(
                "Is the gap between known and other pictures smaller for the net with two units?",
                Spread(results.map(\.gap)).mean < Spread(first.map(\.gap)).mean))
        record("overfit/gap", over: first.map(\.gap))
        record("too-small/gap", over: results.map(\.gap))
        record("too-small/valid-accuracy", over: results.map(\.validAccuracy))

        // Its gap is smaller, and that is nothing to be proud of. The gap is not what counts. What counts is how good
        // the net is on other pictures.
    }
}
