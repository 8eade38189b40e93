// # Errors of two kinds, and of two groups
//
// Section 3.3 · After this page you can take a model's errors apart by group, and know why one accuracy can hide that
// they fall on different people.

import Figures
import Foundation
import Notebook

// A model that says yes or no can be wrong in two ways. It can say yes where no is true, a *false positive*, and no
// where yes is true, a *false negative*. For the person concerned the two are not alike at all. So count four numbers
// for each group of people (`GroupCounts`), and take a `fraction` of each kind:

/// NaN if there is nothing to have a share of.
func fraction(_ part: Int, of all: Int) -> Double { all == 0 ? .nan : Double(part) / Double(all) }

/// How the answers of a model compare with the truth, for one group of people.
public struct GroupCounts: Sendable, Equatable {
    public var truePositives = 0, falsePositives = 0, trueNegatives = 0, falseNegatives = 0

    public init(truePositives: Int = 0, falsePositives: Int = 0, trueNegatives: Int = 0, falseNegatives: Int = 0) {
        (self.truePositives, self.falsePositives) = (truePositives, falsePositives)
        (self.trueNegatives, self.falseNegatives) = (trueNegatives, falseNegatives)
    }

    public var count: Int { truePositives + falsePositives + trueNegatives + falseNegatives }
    public var right: Int { truePositives + trueNegatives }
    public var accuracy: Double { fraction(right, of: count) }
    /// Of those for whom no is true, the share that got a yes.
    public var falsePositiveRate: Double { fraction(falsePositives, of: falsePositives + trueNegatives) }
    /// Of those for whom yes is true, the share that got a no.
    public var falseNegativeRate: Double { fraction(falseNegatives, of: falseNegatives + truePositives) }
    /// Of those who got a yes, the share for whom it is true.
    public var precision: Double { fraction(truePositives, of: truePositives + falsePositives) }

    /// Adds an answer.
    public mutating func add(said: Bool, truth: Bool) {
        switch (said, truth) {
        case (true, true): truePositives += 1
        case (true, false): falsePositives += 1
        case (false, false): trueNegatives += 1
        case (false, true): falseNegatives += 1
        }
    }
}

// A share of a few people is uncertain. `wilsonInterval` of the module `Notebook` gives the range in which the true
// share lies in 95 of 100 cases, by E. B. Wilson's formula of 1927, which also works for shares near 0 and for few
// people.

extension DataEthics {
    // COMPAS is a program that American courts use to judge how likely it is that somebody commits another crime. In
    // 2016, journalists of ProPublica compared its answers for 7,214 people in Florida with what happened in the two
    // years after. `compas` has their counts for two groups:

    /// ProPublica's counts, where yes is "a higher risk" (J. Larson and others, "How We Analyzed the COMPAS Recidivism
    /// Algorithm", 2016).
    static let compas: [(group: String, counts: GroupCounts)] = [
        ("Black", GroupCounts(truePositives: 1369, falsePositives: 805, trueNegatives: 990, falseNegatives: 532)),
        ("White", GroupCounts(truePositives: 505, falsePositives: 349, trueNegatives: 1139, falseNegatives: 461)),
    ]

    func errorsOfTwoKinds() {
        var table = TextTable(
            ["group", "people", "accuracy", "false positives", "false negatives", "precision"], decimals: 4)
        for (group, counts) in Self.compas {
            table.add(
                group, counts.count, counts.accuracy, counts.falsePositiveRate, counts.falseNegativeRate,
                counts.precision)
        }
        let (black, white) = (Self.compas[0].counts, Self.compas[1].counts)
        show(
            table, "COMPAS, by ProPublica's counts",
            predict: .choice(
                "The program is right for 64 % of the Black and 67 % of the white defendants. Are those who are not arrested again rated as a higher risk about equally often, too?",
                ["yes, about", "no, Black people about twice as often", "no, white people about twice as often"],
                answer: "no, Black people about twice as often"))
        record("compas/false-positives-black", black.falsePositiveRate)
        record("compas/false-positives-white", white.falsePositiveRate)
        record("compas/false-negatives-black", black.falseNegativeRate)
        record("compas/false-negatives-white", white.falseNegativeRate)
        let (low, high) = (wilsonInterval(349, of: 349 + 1139), wilsonInterval(805, of: 805 + 990))
        show(
            "\(low.inWords) and \(high.inWords)",
            "ranges of the false positives at 95 percent, White and Black: far apart, so this is hardly chance")
        // Accuracies that are nearly alike, and errors that are opposite: of Black people who were not arrested again,
        // 45 % had been rated as a higher risk; of white people who were, 48 % had been rated as a low one. (And a
        // simple rule? People without any training judged some of these cases about as well as the program, and so did
        // a formula of two numbers, age and earlier convictions: J. Dressel and H. Farid, 2018.)
    }

    func notBoth() {
        // The company answered that its program was fair: whoever gets a yes is about equally likely to be arrested
        // again, in both groups. That is the precision, 63 % and 59 %, so it is nearly true. How can both be? Because
        // more Black people in these data were arrested again. If the shares of yes differ between two groups, a
        // program that is not perfect cannot have equal precision, equal false positives and equal false negatives at
        // once (A. Chouldechova, 2017; J. Kleinberg and others, 2016). One line of algebra, where p is the share of
        // people for whom yes is true:
        //
        // false positive rate = p / (1 - p) · (1 - precision) / precision · (1 - false negative rate)
        for (group, counts) in Self.compas {
            let p = fraction(counts.truePositives + counts.falseNegatives, of: counts.count)
            let computed = p / (1 - p) * (1 - counts.precision) / counts.precision * (1 - counts.falseNegativeRate)
            show("\(group): p \(p.inDecimals), computed \(computed.inDecimals)", "")
        }
        let (p, precision, missed) = (0.394, 0.63, 0.28)
        record(
            "compas/false-positives-that-white-people-would-have-with-the-precision-and-misses-of-black-people",
            p / (1 - p) * (1 - precision) / precision * (1 - missed))
        // White people have 23 %. So even a program with the same precision and the same misses for both groups would
        // have 27 % of false positives for one and 45 % for the other: the difference is in the shares p.
        //
        // So "is it fair?" has no answer without "in which sense?", and choosing the sense is not a matter of
        // mathematics. Nor is the truth in these data the truth: an arrest is not a crime, as the page about patrols
        // has shown.
    }
}

// MARK: Helpers

extension ClosedRange<Double> {
    /// "0.21 to 0.26"
    var inWords: String { "\(lowerBound.inDecimals) to \(upperBound.inDecimals)" }
}

extension Double {
    /// "0.45"
    var inDecimals: String { cellText(decimals: 2) }
}
