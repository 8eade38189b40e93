// # How many were there?
//
// Section 2.3 · After this page you can tell from error rates how many photos they were measured on.

import Common
import Figures
import Foundation
import Notebook

// The book lists 421 photos of bears. A fifth of them, rounded down, is 84, and so many were kept back. Were they? Two
// pages later it shows its training (section 2.4), with an error rate after every epoch:

/// The error rates that the book prints for its bears, in order.
public let bookBearErrors = [0.087302, 0.023810, 0.023810, 0.015873, 0.015873]

// An error rate is a number of wrong photos divided by the number of all, and wrong photos are whole. So not every rate
// is possible. `countBehind`, a function of the module Notebook, looks for the whole number behind six printed
// decimals. It multiplies the rate by the number of photos, and rounds: no other whole number comes as near. Divided by
// the number of photos again, this one must give the rate, to within half a unit of the sixth decimal. If it does not,
// there is none, and the function says nil.

extension ModelToProduction {
    func eightyFourOrNot() {
        // With 84 photos, 0.087302 would be 7.33 of them:
        var table = TextTable(["error rate", "times 84", "times 126", "wrong of 126"], decimals: 3)
        for rate in bookBearErrors {
            table.add(fixed(rate, 6), rate * 84, rate * 126, countBehind(rate: rate, of: 126))
        }
        show(
            table, "Error rates of the book as photos",
            predict: .yesNo("Can 0.087302 be the share of wrong ones among 84 photos?", false))

        // What else is possible? Go through all numbers of photos up to 1,000, and keep those that explain every rate:
        let possible = (1...1000).filter { count in
            bookBearErrors.allSatisfy { countBehind(rate: $0, of: count) != nil }
        }
        show(elidedNumbers(possible), "numbers of photos that explain all five rates")
        record(
            "errors/smallest-number-of-photos", possible[0], book: 126,
            differs: "the book does not say it; its rates do",
            ask: "Among how many photos at least have 0.087302, 0.023810 and 0.015873 been measured?")

        // All of them are multiples of 126, and 126 is the fifth of 630 to 634 photos. So the table comes from another
        // run of the search, which has found some 630 photos, and not 421. Nothing is wrong with that; text and numbers
        // of a book are seldom made on the same day. But you know now that three wrong photos have become two.
    }

    func whatOnePhotoIsWorth() {
        // How sure is a rate that rests on so few photos? The last epoch has 2 wrong ones of 126. If a net is wrong
        // with probability p, the count varies by √(126 p (1 - p)) between one draw of photos and the next.
        let counts = bookBearErrors.compactMap { countBehind(rate: $0, of: 126) }.map(Double.init)
        let epochs = counts.indices.map { Double($0 + 1) }
        show(
            Chart("Eleven, three, three, two, two", x: "epoch (1: the head alone)", y: "wrong photos of 126") {
                Line(epochs, counts, "the book's")
                Line(
                    epochs, counts.map { $0 + 2 * $0.squareRoot() }, "two deviations more", colour: .grey, dashed: true)
                Line(epochs, counts.map { max(0, $0 - 2 * $0.squareRoot()) }, "and less", colour: .grey, dashed: true)
            }, "The book's error rates as wrong photos, and what chance may add or take")

        // From 11 to 3 is progress. From 3 to 2 is one photo, and nobody knows whether the net or chance did it.
        // Whenever an error rate of a small validation set impresses you, multiply.
    }
}

// MARK: Helpers

/// "126, 252, 378, … (7 numbers)"
func elidedNumbers(_ numbers: [Int]) -> String {
    numbers.prefix(4).map(String.init).joined(separator: ", ")
        + (numbers.count > 4 ? ", … (\(numbers.count) numbers)" : "")
}
