// # Until it helps
//
// Section 7.6 · After this page you can answer the book's last question about label smoothing on your own photos: after
// how many epochs does it help?

import Common
import Figures
import Notebook
import Tensors
import Training
import Vision

// Label smoothing works against something that comes late: scores that have grown large. So the book says that, as with
// Mixup, nothing is to be seen before many epochs, and leaves it to the reader to find out how many. The trainings are
// those of section 7.5, with a third loss:

extension StateOfTheArt {
    func lengthsWithSmoothing() throws {
        let all = try lengths.map { epochs in
            (
                epochs: epochs, plain: try nets(.plain, epochs).map(\.accuracy),
                smoothed: try nets(.smoothing, epochs).map(\.accuracy)
            )
        }
        var table = TextTable(["epochs", "cross-entropy", "smoothed labels", "difference", "better on"], decimals: 3)
        for row in all {
            let differences = zip(row.smoothed, row.plain).map { $0 - $1 }
            table.add(
                row.epochs, Spread(row.plain), Spread(row.smoothed), Spread(differences),
                "\(differences.count { $0 > 0 }) of \(differences.count)")
            record("smoothing/accuracy-after-\(row.epochs)", over: row.smoothed)
        }
        show(table, "\(try mixParts.train.count) photos of \(dataName), \(counted(seeds, "seed"))")
        let helps = all.first { row in
            let differences = zip(row.smoothed, row.plain).map { $0 - $1 }
            return differences.count { $0 > 0 } * 2 > differences.count && Spread(differences).mean > 0
        }
        show(
            helps.map {
                "The first length at which it is better on most seeds, and by its mean: \(counted($0.epochs, "epoch"))."
            }
                ?? "At none of these lengths is it better on most seeds and by its mean.")
        show(
            Chart("When does smoothing pay?", x: "epochs", y: "accuracy") {
                Line(all.map(\.epochs), all.map { Spread($0.plain).mean }, "cross-entropy", colour: .vermilion)
                Line(all.map(\.epochs), all.map { Spread($0.smoothed).mean }, "smoothed labels", colour: .green)
                for row in all {
                    Points(row.plain.map { _ in row.epochs }, row.plain, colour: .vermilion)
                    Points(row.smoothed.map { _ in row.epochs }, row.smoothed, colour: .green)
                }
            }, "Accuracy by length; a dot is a seed")

        // Look at the last two columns of the table before you believe any of it. A mean difference that is smaller
        // than its spread, and a count of three of five, are what coins give, too. With `--full` there are more epochs,
        // and with `--seeds 20` you get more certainty. Exercise 7.15 asks for the length from which on a technique
        // pays.
    }
}
