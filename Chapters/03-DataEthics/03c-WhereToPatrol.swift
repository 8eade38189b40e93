// # Where to patrol?
//
// Section 3.3 · After this page you have watched a model make the data that it learns from, and you know two ways to
// stop it.

import Common
import Figures
import Notebook
import Tensors

// A model of crime is trained on arrests. Arrests are made where the police are. The police go where the model sends
// them. So the model is trained on what it has decided itself: that is a *feedback loop*. Section 1.4 has let one run
// away. This page asks how it can be stopped.
//
// Take the simplest world in which it can be seen. There are two districts, A and B, that are alike in all respects: on
// each day, a patrol finds something with probability one half, in either. In the record, A happens to have six entries
// and B four; that may be chance, or an old habit. Each day one patrol is sent out, by one of these rules
// (`PatrolRule`):

/// How it is decided where the patrol of a day goes.
public enum PatrolRule: String, CaseIterable, Sendable {
    /// To the district with more entries.
    case top = "to the top district"
    /// To each with a probability that is its share of the record.
    case share = "by share of the record"
    /// By share as well, but an entry counts 1/p, where p was the probability that the patrol was there at all.
    case corrected = "by corrected share"
    /// By share of what residents report, which they do in both districts alike, whether a patrol is there or not.
    case reported = "by what residents report"
}

// The third rule needs a word. If a patrol is in a district on one day in ten, it finds a tenth of what it would find
// if it were there each day. To make up for that, each find there counts ten times. `patrolled` plays some years of
// days and returns A's share of the patrols after each hundred days. The record starts with six entries and four.
// `manyRuns` are many such runs:

/// A's share of the patrols, in each hundred days.
/// - Parameter finds: how likely a patrol is to find something in A and in B.
public func patrolled(
    _ rule: PatrolRule, days: Int, start: (a: Double, b: Double) = (6, 4), finds: (a: Double, b: Double) = (0.5, 0.5),
    using random: inout SplitMix64
) -> [Double] {
    func happens(_ probability: Double) -> Bool { Double.random(in: 0..<1, using: &random) < probability }
    var (a, b) = start
    var (shares, inA) = ([Double](), 0)
    for day in 1...days {
        let share = a / (a + b)
        let chance = rule == .top ? (a > b ? 1 : a < b ? 0 : 0.5) : min(0.99, max(0.01, share))
        let isA = happens(chance)
        if isA { inA += 1 }
        let found = happens(isA ? finds.a : finds.b)
        if rule == .reported {
            // Residents report what happens in their district, on as many days as a patrol would find something.
            if happens(finds.a) { a += 1 }
            if happens(finds.b) { b += 1 }
        } else if found {
            let weight = rule == .corrected ? 1 / (isA ? chance : 1 - chance) : 1
            if isA { a += weight } else { b += weight }
        }
        if day % 100 == 0 {
            shares.append(Double(inA) / 100)
            inA = 0
        }
    }
    return shares
}

extension DataEthics {
    /// The shares of many runs with one rule: [run][hundred days].
    func manyRuns(
        _ rule: PatrolRule, start: (a: Double, b: Double) = (6, 4), finds: (a: Double, b: Double) = (0.5, 0.5)
    ) -> [[Double]] {
        run.overSeedsAtOnce(repeats) {
            patrolled(rule, days: run.size(quick: 300, usual: 2000), start: start, finds: finds, using: &$0)
        }
    }

    func threeWaysToPatrol() {
        var table = TextTable(["rule", "A's share in the last hundred days", "runs with more than 0.9"], decimals: 2)
        var lines: [(rule: PatrolRule, means: [Double])] = []
        for rule in PatrolRule.allCases {
            let runs = manyRuns(rule)
            let last = runs.map { $0.last! }
            table.add(rule.rawValue, Spread(last), "\(last.count { $0 > 0.9 }) of \(last.count)")
            lines.append((rule, runs[0].indices.map { hundred in Spread(runs.map { $0[hundred] }).mean }))
            record("patrols/\(slug(rule.rawValue))", over: last)
        }
        show(
            Chart(
                "Two districts that are alike: where do the patrols go?", x: "days", y: "share of patrols in A, mean",
                yLimits: 0...1
            ) {
                for (rule, means) in lines { Line(means.indices.map { 100 * ($0 + 1) }, means, rule.rawValue) }
                Rule(y: 0.5, "fair")
            }, "Means of \(counted(repeats, "run")) that begin with six entries for A and four for B",
            predict: .choice(
                "All patrols go to the district with more entries. A has six, B four, and both are alike. What happens?",
                ["B catches up soon", "B catches up in half of the runs", "A has all patrols, forever"],
                answer: "A has all patrols, forever"))
        show(table, "Share of patrols in A")
        // With the first rule the record *proves* itself: as no patrol is ever in B, nothing is ever found there. With
        // the second, the mean stays where it began: two entries too many, from before the first day, are never
        // forgotten. And look at the spread: single runs end far apart. Below it is said why. The last two rules
        // forget.
    }

    func urnOfPolya() {
        // The second rule is an old acquaintance. An urn has a red ball and a blue one. Draw one, put it back together
        // with another of its colour, and go on. Each colour is drawn in proportion to how often it was drawn. That is
        // Pólya's urn (F. Eggenberger and G. Pólya, 1923), and it is known where it ends: the share of red comes to
        // rest, at a number that is different each time (look at single runs below), and every number from 0 to 1 is
        // equally likely.
        let runs = manyRuns(.share, start: (1, 1))
        show(
            Chart("Ten runs that begin alike", x: "days", y: "share of patrols in A", yLimits: 0...1) {
                for run in runs.prefix(10) { Line(run.indices.map { 100 * ($0 + 1) }, run) }
                Rule(y: 0.5, "fair")
            }, "By share of the record, from one entry each")
        let ends = runs.map { $0.last! }
        show(
            Chart("Where the share comes to rest", x: "A's share of patrols at the end", y: "runs") {
                Histogram(ends, bins: 5, range: 0...1)
            }, "\(counted(repeats, "run")) that begin with one entry each",
            predict: .choice(
                "The record begins with one entry for each district, and patrols go by share. Where do most runs end?",
                ["near one half", "near 0 or near 1", "anywhere, all shares alike"],
                answer: "anywhere, all shares alike"))
        record("urn/spread-of-the-ends", over: ends)
        show(0.288675, "spread of numbers that are equally likely anywhere from 0 to 1: 1/√12")
        // So what looks like evidence, a district that has three times as many entries for years, is the luck of the
        // first weeks, kept and multiplied. (D. Ensign and others have shown this for programs of this kind: "Runaway
        // Feedback Loops in Predictive Policing", 2018.)
    }
}
