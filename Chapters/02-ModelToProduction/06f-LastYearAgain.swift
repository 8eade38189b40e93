// # Last year again
//
// Section 2.6 · After this page you can try a rule on the past, and a new version on a few, before it is used for all.

import Common
import Figures
import Foundation
import Notebook
import Tensors

// There is one more test before the first stage, and it costs no risk at all: replay the past. At Optimal Decisions, a
// company that Jeremy Howard founded, insurers let their old prices and the new ones run over last year's customers on
// a computer before any customer saw a price. That is a *backtest*.
//
// The camp has a log of last year: for each picture how sure the model is that there is a bear, and whether there was
// one (`LoggedPicture`). When should it warn? A warning for nothing costs a bit of the campers' trust, a bear without a
// warning far more: twenty times as much, let us say. `cost` is what a limit would have cost; `bestLimit` is the
// cheapest one:

/// A picture of the log.
public struct LoggedPicture: Sendable {
    public let score: Double, isBear: Bool

    public init(score: Double, isBear: Bool) { (self.score, self.isBear) = (score, isBear) }
}

/// What warning from a score of `limit` on costs, per picture: 1 for a warning for nothing, 20 for a bear without one.
public func cost(_ log: [LoggedPicture], limit: Double) -> Double {
    let sum = log.reduce(0.0) { sum, picture in
        let warns = picture.score >= limit
        return sum + (warns && !picture.isBear ? 1 : !warns && picture.isBear ? 20 : 0)
    }
    return sum / Double(max(log.count, 1))
}

/// The limit of a list that would have cost least; of equal ones the first.
public func bestLimit(_ log: [LoggedPicture], among limits: [Double]) -> Double {
    limits.min { cost(log, limit: $0) < cost(log, limit: $1) }!
}

// Two versions of a model, and a year of pictures. `loggedYear` makes them: in each, one picture in thirty shows a
// bear. The new version separates bears and others better.

/// Pictures of a year.
/// - Parameter separation: how far the scores of bears are above those of others, in spreads.
public func loggedYear(_ pictures: Int, separation: Double, using random: inout SplitMix64) -> [LoggedPicture] {
    let noise = Tensor.randn(pictures, using: &random).scalars
    return noise.map { value in
        let isBear = Double.random(in: 0..<1, using: &random) < 1.0 / 30
        // What is seen lies around 0, or around the separation; the score is how probable a bear is, given that.
        let seen = Double(value) + (isBear ? separation : 0)
        let odds = exp(separation * seen - separation * separation / 2) / 29
        return LoggedPicture(score: odds / (1 + odds), isBear: isBear)
    }
}

extension ModelToProduction {
    func backtest() {
        let limits = (1..<60).map { Double($0) / 200 }, pictures = run.size(quick: 600, usual: 6000)
        var random = run.random
        let lastYear = loggedYear(pictures, separation: 2.5, using: &random)
        show(
            Chart("What last year would have cost", x: "limit from which on it warns", y: "cost per picture") {
                Line(limits, limits.map { cost(lastYear, limit: $0) }, "with the model", colour: .blue)
                Rule(
                    y: min(cost(lastYear, limit: 2), cost(lastYear, limit: 0)), "always or never warning",
                    colour: .black)
                Rule(x: bestLimit(lastYear, among: limits), "best limit")
            }, "Replayed on \(pictures) pictures",
            predict: .choice(
                "A bear without a warning costs 20 times as much as a warning for nothing. Bears are rare. Where is the best limit?",
                ["below one half", "at one half", "above one half"],
                answer: "below one half"))
        // If the scores are right, a picture with a score of p should bring a warning as soon as 20 · p is more than
        // 1 - p: from 1/21 on, about 0.05.
        show(bestLimit(lastYear, among: limits), "the best limit of last year")
        // How good is the promise of a backtest? Compare it with the year after. And with one whose limit was chosen on
        // the first weeks only, and which promises what these weeks have cost:
        let runs = run.overSeedsAtOnce(run.size(quick: 3, usual: 20, full: 100)) { random -> [Double] in
            let last = loggedYear(pictures, separation: 2.5, using: &random)
            let next = loggedYear(pictures, separation: 2.5, using: &random)
            let few = Array(last.prefix(pictures / 52))
            let (whole, early) = (bestLimit(last, among: limits), bestLimit(few, among: limits))
            return [
                cost(last, limit: whole), cost(next, limit: whole), cost(few, limit: early), cost(next, limit: early),
            ]
        }
        var table = TextTable(["limit chosen on", "promised", "the next year", "broken promises"], decimals: 3)
        for (place, name) in ["the whole last year", "one week of it"].enumerated() {
            let (promised, came) = (runs.map { $0[2 * place] }, runs.map { $0[2 * place + 1] })
            table.add(
                name, Spread(promised), Spread(came), "\(zip(promised, came).count { $1 > 1.2 * $0 }) of \(runs.count)")
            record("backtest/promised-\(slug(name))", over: promised)
            record("backtest/the-next-year-\(slug(name))", over: came)
        }
        show(table, "Cost per picture; a promise is broken if the next year costs more by a fifth")
        // A backtest that was also used to choose is too kind to its choice, the more so, the shorter it is: the limit
        // has adapted to these weeks. And there is one thing that no replay can show: what changes *because* the model
        // is used. Campers who are warned every night stop looking out.
    }

    func canary() {
        // Then a new version: as good as the old one, or better? *A/B testing* gives each version half of the cameras
        // at the same time, and compares. A *canary* gives it to a few first, so that it can do little harm. The price
        // is time. How often does a week show that a new version is worse, if it has got worse (a separation of 1.5 in
        // place of 2.5)? A version is called worse if its cost per picture is higher by more than two standard errors.
        let count = run.size(quick: 20, usual: 100, full: 400), pictures = 2000
        var table = TextTable(
            ["share of cameras", "worse version noticed", "good version blamed", "cost of the week"], decimals: 3)
        for share in [0.02, 0.1, 0.5] {
            let weeks = run.overSeedsAtOnce(count) { random in
                let own = Int(share * Double(pictures))
                let old = loggedYear(pictures - own, separation: 2.5, using: &random)
                let worse = loggedYear(own, separation: 1.5, using: &random)
                let same = loggedYear(own, separation: 2.5, using: &random)
                return (
                    noticed: isWorse(worse, than: old), blamed: isWorse(same, than: old),
                    cost: share * cost(worse, limit: 0.05) + (1 - share) * cost(old, limit: 0.05)
                )
            }
            let noticed = Double(weeks.count(where: \.noticed)) / Double(count)
            table.add(
                share, noticed, Double(weeks.count(where: \.blamed)) / Double(count), Spread(weeks.map(\.cost)))
            record("canary/worse-version-noticed-in-a-week-share-\(share)", noticed)
        }
        show(
            table, "A week of \(pictures) pictures, \(counted(count, "time"))",
            predict: .choice(
                "Which share of the cameras shows soonest that a version is worse?", ["0.02", "0.1", "0.5"],
                answer: "0.5"))
        // Few cameras do little harm and tell little. So a canary is for gross mistakes, within hours; a fair
        // comparison needs half and half, and time.
    }
}

// MARK: Helpers

/// Whether the mean cost of new pictures is higher by more than two standard errors of the difference.
private func isWorse(_ new: [LoggedPicture], than old: [LoggedPicture]) -> Bool {
    func moments(_ log: [LoggedPicture]) -> (mean: Double, error: Double) {
        let costs = log.map { cost([$0], limit: 0.05) }
        let spread = Spread(costs)
        return (spread.mean, (spread.deviation ?? 0) / Double(costs.count).squareRoot())
    }
    let (a, b) = (moments(new), moments(old))
    return a.mean - b.mean > 2 * (a.error * a.error + b.error * b.error).squareRoot()
}
