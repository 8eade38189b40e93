// # Every error rate is a count
//
// Section 5.5 · After this page you can read an error rate as a number of photos, and say whether two of them differ.

import Common
import Figures
import Foundation
import Notebook

// The book prints its error rates to six decimals: 0.108254, 0.066306, 0.051421. That looks like a measurement of great
// precision. But an error rate is a count, divided by how many photos there are. `countBehind` finds the count again,
// as section 2.3 does for the bears:

/// Every error rate that the book prints in its chapter 5, in order, by experiment.
public let bookErrorRates: [(experiment: String, rates: [Double])] = [
    ("baseline", [0.108254, 0.096076, 0.066306]),
    ("rate too high", [0.893775, 0.954668]),
    ("rate 3e-3", [0.133965, 0.150880, 0.081867]),
    ("frozen", [0.102842, 0.094723, 0.074425]),
    ("unfrozen", [0.069012, 0.062923, 0.060217, 0.061570, 0.059540, 0.059540]),
    ("frozen again", [0.119756, 0.077131, 0.069012]),
    (
        "discriminative rates",
        [
            0.067659, 0.066306, 0.062246, 0.062923, 0.064276, 0.056157, 0.058863, 0.053451, 0.051421, 0.054127,
            0.054127, 0.054127,
        ]
    ),
    ("resnet50, frozen", [0.098782, 0.094723, 0.091340]),
    ("resnet50", [0.083897, 0.084574, 0.069012, 0.065629, 0.064276, 0.054804]),
]

extension ImageClassification {
    func ratesAsCounts() {
        // The book judges by a fifth of 7,390 photos, which is 1,478. All of its rates, as photos:
        var table = TextTable(["experiment", "error rates by epoch", "wrong, of 1,478"])
        for (experiment, rates) in bookErrorRates {
            for start in stride(from: 0, to: rates.count, by: 6) {
                let some = rates[start..<min(start + 6, rates.count)]
                let counts = some.map { countBehind(rate: $0, of: 1478).map { "\($0)" } ?? "none" }
                table.add(
                    start == 0 ? experiment : "", some.map { fixed($0, 6) }.joined(separator: "  "),
                    counts.joined(separator: "  "))
            }
        }
        show(
            table, "The book's error rates",
            predict: .count("0.051421 of 1,478 photos: how many are wrong?", countBehind(rate: 0.051421, of: 1478)!)
        )
        let all = bookErrorRates.flatMap(\.rates)
        show(
            "\(all.count { countBehind(rate: $0, of: 1478) != nil }) of \(all.count)",
            "rates that are a whole number of 1,478 photos")
    }

    func howManyPhotosWereThere() {
        // It works the other way, too. Say that you know the rates only: how many photos are they measured on? Each
        // rate rules out most numbers of photos, since no count among them gives its six decimals:
        let rates = bookErrorRates.flatMap(\.rates)
        var left = Array(1...1999)
        var table = TextTable(["rates used", "numbers of photos left, up to 1,999", "the smallest"])
        table.add("none", left.count, left.min())
        for used in 1...6 {
            left = left.filter { countBehind(rate: rates[used - 1], of: $0) != nil }
            table.add("\(used)", left.count, left.min())
        }
        show(
            table, "Ruling out numbers of photos",
            predict: .count(
                "Six rates are known. How many numbers of photos below 2,000 explain all of them?", left.count))

        // So a table of error rates gives away the size of its validation set. It is also a test of the metric: an
        // error rate that is no whole number of photos has been averaged wrongly, such as over batches of unequal size.
    }

    func differencesOfAFewPhotos() {
        // What are six decimals worth? One photo more or less changes the rate by 1/1,478 = 0.00068. And which photos
        // are in the validation set was chance. If a net is wrong with probability p, the count among n photos varies
        // by √(n p (1 - p)) from set to set. Twice that to both sides, for the twelve epochs at discriminative rates:
        let rates = bookErrorRates[6].rates
        let epochs = 1...rates.count
        let margins = rates.map { 2 * sqrt($0 * (1 - $0) / 1478) }
        show(
            Chart(
                "What seems to be progress is within the margin", x: "epoch", y: "error rate", yLimits: 0...0.09
            ) {
                Line(epochs, rates, "the book's error rate")
                Line(
                    epochs, zip(rates, margins).map { $0 + $1 }, "two deviations above and below", colour: .grey,
                    dashed: true)
                Line(epochs, zip(rates, margins).map { $0 - $1 }, nil, colour: .grey, dashed: true)
            }, "Twelve epochs of the book, with margins")
        let (best, last) = (countBehind(rate: rates[8], of: 1478)!, countBehind(rate: rates[11], of: 1478)!)
        show(
            last - best, "photos between the best epoch and the last",
            ask: "The best epoch has 0.051421, the last 0.054127. How many of 1,478 photos lie between?")
        let deviation = sqrt(Double(last) * (1 - rates[11]))
        show(fixed(deviation, 1), "deviation of a count of \(last) wrong photos, by chance")

        // 76 or 80 wrong photos: nobody can say which of the two nets is the better one. (On the same photos, the
        // comparison is somewhat sharper, since most photos are easy or hard for both.) The fall from 100 wrong photos
        // at the beginning to 80 is about two deviations: probably real, and no more than that.
    }
}
