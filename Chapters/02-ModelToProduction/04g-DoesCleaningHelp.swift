// # Does it help?
//
// Section 2.4 · After this page you know what an hour of looking at photos is worth, and what happens without looking.

import Common
import Figures
import Foundation
import Notebook
import Tensors
import Vision

// Finding faults is no end in itself. What you want is a net with fewer errors, on photos that it has never seen. So
// the experiment has to go on: mend what was found, train again, and compare. Compare with what, though? "After
// cleaning it got better" is no proof. Maybe it gets better whenever some photos are removed, or whenever it is
// trained again. So somebody else spends the same time on photos that are drawn at random; and two more people have
// no time at all, and just remove photos: one the worst of the list, the other any.
//
// Who looks at a photo sees what is wrong: a wrong label is put right, and a photo that shows no kind, or two, goes
// away. The validation photos have no faults, and nobody cleans them. (Otherwise the worst errors would simply be swept
// away.)

/// Error rates on photos without faults, after training on the others in one state or another.
struct CleaningResult {
    /// By what was done.
    var rates: [String: Double] = [:]
    /// The share of photos without a fault among the worst, as many as there are faults.
    var goodAmongWorst = 0.0
    /// By how many photos were looked at: the share of faults that are left, and the error rate, worst first and by
    /// chance.
    var worstFirst: [(left: Double, error: Double)] = [], byChance: [(left: Double, error: Double)] = []
}

extension ModelToProduction {
    func cleanedAndTrainedAgain() throws {
        let shares = run.size(quick: [0, 0.5], usual: [0, 0.1, 0.2, 0.3, 0.4, 0.6, 0.8, 1])
        let results = try run.overSeeds(run.size(quick: 2, usual: 5)) { random in
            try cleaned(shares, using: &random)
        }
        // `ratesOf` has the error rates of one way, a number for each seed:
        func ratesOf(_ name: String) -> [Double] { results.map { $0.rates[name]! } }
        let names = [
            Cleaned.nothing, Cleaned.worstSeen, Cleaned.anySeen, Cleaned.worstGone, Cleaned.anyGone, Cleaned.all,
        ]
        var table = TextTable(["what was done with the photos to learn from", "error rate"], decimals: 3)
        for name in names { table.add(name, Spread(ratesOf(name))) }
        table.add("always the most frequent kind", try majorityError)
        let (before, after) = (Spread(ratesOf(Cleaned.nothing)).mean, Spread(ratesOf(Cleaned.worstSeen)).mean)
        show(
            table,
            "Errors on photos without faults, \(dataName): mean and deviation over \(counted(results.count, "seed"))",
            predict: .choice(
                "As many photos are looked at as there are faults. Which order leaves fewer errors?",
                ["the largest losses first", "an order drawn at random"],
                answer: after <= Spread(ratesOf(Cleaned.anySeen)).mean
                    ? "the largest losses first" : "an order drawn at random"))
        for (key, name) in [
            ("before", Cleaned.nothing), ("worst-looked-at", Cleaned.worstSeen), ("random-looked-at", Cleaned.anySeen),
            ("worst-removed-unseen", Cleaned.worstGone), ("random-removed", Cleaned.anyGone),
            ("all-mended", Cleaned.all),
        ] { record("cleaning/\(key)", over: ratesOf(name)) }
        let better = zip(ratesOf(Cleaned.worstSeen), ratesOf(Cleaned.nothing)).count { $0 < $1 }
        show("\(better) of \(results.count)", "seeds with fewer errors after cleaning than before")
        // #hide
        if after >= before {
            show("(On these photos and with so few seeds, cleaning made no difference that can be seen.)")
        }

        // Why not simply remove the head of the list, without looking? It is quick. But not all of these photos have
        // a fault:
        let wasted = results.map(\.goodAmongWorst)
        record(
            "cleaning/share-of-good-photos-among-the-worst", over: wasted,
            predict: .share(
                "Which share of the photos at the head of the list has no fault?", Spread(wasted).mean,
                within: .percent(30)))
        let harmed = zip(ratesOf(Cleaned.worstGone), ratesOf(Cleaned.worstSeen)).count { $0 > $1 }
        show(
            "\(harmed) of \(results.count)",
            "seeds with more errors if they are removed unseen than if they are looked at")
        // They are there because they are unusual or difficult. A grizzly from behind, in the dark, is no mistake. If
        // few of the validation photos are of that kind, such a table can hardly show that it is missed; the rangers
        // will.
        //
        // How long should one look? From left to right, more and more photos are looked at (`meanOf` is taken over all
        // seeds):
        func meanOf(_ values: (CleaningResult) -> [Double]) -> [Double] {
            shares.indices.map { place in Spread(results.map { values($0)[place] }).mean }
        }
        show(
            ChartGrid(
                [
                    Chart("Faults that are left", x: "share of photos looked at", y: "share of faults", yLimits: 0...1)
                    {
                        Line(shares, meanOf { $0.worstFirst.map(\.left) }, "largest losses first")
                        Line(shares, meanOf { $0.byChance.map(\.left) }, "order by chance", dashed: true)
                    },
                    Chart("Errors after training again", x: "share of photos looked at", y: "error rate") {
                        Line(shares, meanOf { $0.worstFirst.map(\.error) }, "largest losses first")
                        Line(shares, meanOf { $0.byChance.map(\.error) }, "order by chance", dashed: true)
                    },
                ], sharedYLimits: false), "What looking is worth, \(dataName)")

        // Most of the faults are among the first third of the list, and there the work may end. It is a small part of a
        // larger one: those who work with data say that nine tenths of their time go into getting data and making them
        // fit to be used. A net cannot take that from you, but it can tell you where to begin.
    }
}

// MARK: Helpers

/// What was done with the photos to learn from.
private enum Cleaned {
    static let nothing = "nothing: with all faults"
    static let worstSeen = "the worst looked at, as many as there are faults"
    static let anySeen = "as many looked at, drawn at random"
    static let worstGone = "the worst removed without looking"
    static let anyGone = "as many removed, drawn at random"
    static let all = "all looked at"
}

extension ModelToProduction {
    private func cleaned(_ shares: [Double], using random: inout SplitMix64) throws -> CleaningResult {
        let (spoiled, steps) = (try spoiled(using: &random), run.size(quick: 5, usual: 100))
        let losses = judgedByOthers(spoiled.train, steps: run.size(quick: 5, usual: 30), using: &random).losses
        let worst = losses.indices.sorted { (losses[$1], $0) < (losses[$0], $1) }
        let (any, seed) = (random.permutation(losses.count), random.next())
        // Each training has the same seed, so that nothing but the photos differs.
        func error(_ features: BearFeatures) -> Double {
            var random = SplitMix64(seed: seed)
            return LinearHead(features, steps: steps, using: &random).errorRate(spoiled.test)
        }
        let count = spoiled.faultCount
        var result = CleaningResult()
        result.rates = [
            Cleaned.nothing: error(spoiled.train), Cleaned.worstSeen: error(spoiled.mended(worst.prefix(count))),
            Cleaned.anySeen: error(spoiled.mended(any.prefix(count))),
            Cleaned.worstGone: error(spoiled.without(worst.prefix(count))),
            Cleaned.anyGone: error(spoiled.without(any.prefix(count))), Cleaned.all: error(spoiled.mended(worst)),
        ]
        result.goodAmongWorst = Double(worst.prefix(count).count { spoiled.faults[$0] == nil }) / Double(count)
        func curve(_ order: [Int]) -> [(left: Double, error: Double)] {
            shares.map { share in
                let seen = order.prefix(Int(share * Double(order.count)))
                let left = count - seen.count { spoiled.faults[$0] != nil }
                return (Double(left) / Double(count), error(spoiled.mended(seen)))
            }
        }
        (result.worstFirst, result.byChance) = (curve(worst), curve(any))
        return result
    }
}
