// # Short trainings and long ones
//
// Section 7.5 · After this page you can find out whether Mixup is worth its time on your photos, and why five epochs do
// not tell.

import Common
import Figures
import Notebook
import Tensors
import Training
import Vision

// The book trains five epochs with Mixup and prints no result. It says why: with Mixup a net learns more slowly, and on
// the list of the best results for Imagenette, those with 80 epochs and more used it, and the short ones did not. The
// reason is what Mixup is good at. In a short training no net gets so far as to learn its photos by heart; there is
// nothing to prevent yet, and the task has become harder. In a long one, the other net runs out of new photos.
//
// So train both for a short and for a long time. That is much to do, so it is done in small: fewer photos, and small
// ones, the same in each training, and five seeds. (What the setup shares with the rest of the chapter is in
// `MixedTrainings.swift`.)
//
// (The third item of the book's further research is to find the script with which its library trains Imagenette,
// `train_imagenette`, which can do it with Mixup and without, and to make of it a long training on photos of one's own.
// This page is such a script: `swift run ch07 --section 5 --full --data DIR` trains for 5, 20 and 80 epochs on the
// photos of a folder called `imagenette2` in DIR, be they Imagenette's or yours. That takes hours. Exercise 7.15 then
// says from which length on it pays.)

extension StateOfTheArt {
    func withAndWithout() throws {
        let lengths = lengths
        var table = TextTable(
            ["epochs", "with", "accuracy", "training loss", "validation loss"], decimals: 3)
        for epochs in lengths {
            for technique in [Technique.plain, .mixup] {
                let nets = try nets(technique, epochs)
                table.add(
                    epochs, technique == .plain ? "nothing" : "Mixup", Spread(nets.map(\.accuracy)),
                    Spread(nets.map(\.trainLoss)), Spread(nets.map(\.validLoss)))
                record("mixup/\(technique.key)-\(epochs)-epochs", over: nets.map(\.accuracy))
            }
        }
        let short = try [Technique.plain, .mixup].map { Spread(try nets($0, lengths[0]).map(\.validLoss)).mean }
        show(
            table, "\(try mixParts.train.count) photos of \(dataName), \(small) pixels wide, \(counted(seeds, "seed"))",
            predict: .choice(
                "\(counted(lengths[0], "epoch")). Which net has the lower validation loss?",
                ["the one without Mixup", "the one with Mixup"],
                answer: short[1] < short[0] ? "the one with Mixup" : "the one without Mixup"))

        // First look at the training losses. Those with Mixup are larger, and the longer the training, the more so.
        // That means nothing: they are losses of mixtures, and cannot get down to 0. Then look at the accuracies, and
        // at how the distance between the two changes from a short training to a long one:
        show(
            try differences.map {
                "\(counted($0.epochs, "epoch")): \(signed($0.mean, 3)), better on \($0.better) of \(counted(seeds, "seed"))"
            }
            .joined(separator: "; "),
            "accuracy with Mixup less accuracy without")
        let (first, last) = (try differences.first!, try differences.last!)
        let closer = zip(first.each, last.each).count { $0 < $1 }
        show(
            last.mean > 0 && 2 * last.better > seeds
                ? "Here Mixup helps in the long training, as the book says."
                : last.mean > first.mean + 0.01 && 2 * closer > seeds
                    ? "Here Mixup loses less in the long training than in the short one, and has not paid yet."
                    : "Here Mixup has not paid, and the long training has brought it no nearer, as far as "
                        + "\(counted(seeds, "seed")) can tell: what 80 epochs show need not show in \(last.epochs)."
        )
    }

    func curvesOfBoth() throws {
        let lengths = lengths
        let all = try [Technique.plain, .mixup].map { technique in
            try lengths.map { try nets(technique, $0).map(\.accuracy) }
        }
        let always = try majorityShare
        show(
            Chart("Is Mixup worth its time?", x: "epochs", y: "accuracy") {
                for (rows, (name, colour)) in zip(
                    all, [("without Mixup", Colour.vermilion), ("with Mixup", .blue)])
                {
                    Line(lengths, rows.map { Spread($0).mean }, name, colour: colour)
                    for (length, values) in zip(lengths, rows) {
                        Points(values.map { _ in length }, values, colour: colour)
                    }
                }
                Rule(y: always, "always the most frequent class")
            }, "Accuracy after trainings of several lengths; a dot is a seed")

        // Each dot is a training of its own, with a cycle of its own: a long training that is stopped early would not
        // do, since its rate is still high then.
    }
}

// MARK: Helpers

extension StateOfTheArt {
    /// How much better a net is with Mixup than without, seed by seed.
    private var differences: [(epochs: Int, each: [Double], mean: Double, better: Int)] {
        get throws {
            try lengths.map { epochs in
                let pairs = zip(try nets(.mixup, epochs), try nets(.plain, epochs))
                let all = pairs.map { $0.accuracy - $1.accuracy }
                return (epochs, all, Spread(all).mean, all.count { $0 > 0 })
            }
        }
    }
}
