// # What depth does to the training loss
//
// Section 14.3 · After this page you have seen a deep net fail on the very pictures that it learns from, and what batch
// norm has to do with it.

import Common
import Figures
import Foundation
import Notebook
import Tensors

// The nets of the last page, plain layers only, with all else the same. What counts is the loss on the training
// pictures: `meanLosses` are those of all epochs, `lastLosses` those of the last one:

extension [DeepTraining] {
    /// The mean over the starts in each epoch.
    var meanLosses: [Double] { self[0].losses.indices.map { epoch in Spread(map { $0.losses[epoch] }).mean } }

    /// The training losses of the last epoch, one for each start.
    var lastLosses: [Float] { map { $0.losses.last! } }
}

extension ResidualNets {
    func deepAndPlain() throws {
        let (plain, (shallow, deep)) = (try plainDeep, depths)
        show(try deepSchedule, "how each of these nets is trained, from \(counted(plain.deep.count, "start"))")
        show(
            Chart("Training loss of plain nets", x: "epoch", y: "training loss") {
                Line(1...plain.shallow.meanLosses.count, plain.shallow.meanLosses, "\(shallow) layers", colour: .blue)
                Line(
                    1...plain.deep.meanLosses.count, plain.deep.meanLosses, "\(deep) layers", colour: .vermilion,
                    dashed: true)
            }, "Training loss of plain nets of \(shallow) and \(deep) layers, on \(dataName)")
        record("plain/shallow-train-loss", over: plain.shallow.lastLosses)
        record(
            "plain/deep-train-loss", over: plain.deep.lastLosses,
            predict: .change(
                "Both nets have batch norm, and the deep one has nearly three times the layers. Compared with the "
                    + "shallow one, its loss on the training pictures is …",
                from: Spread(plain.shallow.lastLosses).mean, to: Spread(plain.deep.lastLosses).mean))
        record("plain/shallow-accuracy", over: plain.shallow.map(\.accuracy))
        record("plain/deep-accuracy", over: plain.deep.map(\.accuracy))
        var table = TextTable(["net", "training loss", "accuracy on new pictures"], decimals: 3)
        for (layers, trained) in [(shallow, plain.shallow), (deep, plain.deep)] {
            table.add("\(layers) layers", Spread(trained.lastLosses), Spread(trained.map(\.accuracy)))
        }
        table.add("always the most frequent class", nil as Double?, Double(try majorityShare))
        show(table, "after the last epoch, on \(dataName)")
        let worse = zip(plain.shallow.lastLosses, plain.deep.lastLosses).count { $0 < $1 }
        if 2 * worse > plain.deep.count {
            show(
                "The deep net does worse on its training pictures from \(worse) of \(counted(plain.deep.count, "start")). It has "
                    + "not seen too few pictures, and it has not learned them by heart: it has learned less.")
        } else {
            show(
                "At this size the deep net does no worse than the shallow one from most starts. Batch norm has taken "
                    + "it far; nets of the paper's width and training show degradation all the same.")
        }
    }
}

// Was it worse before batch norm? Then the numbers themselves faded or grew from layer to layer (section 13.10 has a
// net in which they did). Take it away:

extension ResidualNets {
    /// The plain nets without batch norm, shallow and deep.
    private var unnormed: (shallow: [DeepTraining], deep: [DeepTraining]) {
        get throws {
            (
                try trainedDeep(starts: 3) {
                    plainDeepNet(layers: depths.shallow, classes: $0, hasNorm: false, using: &$1)
                },
                try trainedDeep(starts: 3) {
                    plainDeepNet(layers: depths.deep, classes: $0, hasNorm: false, using: &$1)
                }
            )
        }
    }

    func withoutBatchNorm() throws {
        let (without, with) = (try unnormed, try plainDeep)
        var table = TextTable(["net", "training loss with batch norm", "without"], decimals: 3)
        table.add("\(depths.shallow) layers", Spread(with.shallow.lastLosses), Spread(without.shallow.lastLosses))
        table.add("\(depths.deep) layers", Spread(with.deep.lastLosses), Spread(without.deep.lastLosses))
        show(table, "plain nets with and without batch norm, after the last epoch")
        record("plain/deep-without-norm-train-loss", over: without.deep.lastLosses)
        let guess = Float(try classNames.count)
        show(fixed(log(guess), 4), "loss of saying that all \(Int(guess)) classes are equally likely")

        // Compare the losses with that last number: one that has hardly left it means that hardly anything was learned.
        let helped = zip(with.shallow.lastLosses, without.shallow.lastLosses).count { $0 < $1 }
        show(
            "With batch norm, \(depths.shallow) layers reach a lower loss than without from \(helped) of "
                + "\(counted(without.shallow.count, "start")).")

        // So batch norm lets a net be deeper. It does not let it be as deep as one likes: look at its column once more,
        // from the first line to the second.
    }
}
