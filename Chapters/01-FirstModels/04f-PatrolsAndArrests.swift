// # A model that makes its own data
//
// Section 1.4 · After this page you know what a feedback loop is, and have watched one run away.

import Figures
import Foundation
import Notebook
import Tensors

// It gets worse when the predictions change the data. A police force trains a model to predict where crime will happen.
// But what it has are no crimes, only arrests, and these are made where the police is. So:
//
// 1. From past arrests a model learns where arrests will be made. It calls that crime.
// 2. Patrols are sent where it says. There they make more arrests, simply because they are there.
// 3. These arrests are new data, and the model learns from them, too.
//
// The more the model is used, the more the data lean to its side: a *feedback loop*, and a positive one, which means
// nothing good: it drives itself on. (K. Lum and W. Isaac have shown this with the data of a real city: “To predict and
// serve?”, 2016.)
//
// Here are two areas with exactly as much crime as each other. A patrol makes an arrest with a chance of 0.3,
// wherever it is. Ten patrols go out each day, by one of three rules:

/// Where patrols are sent.
public enum PatrolRule: String, CaseIterable, Sendable {
    /// All go where most arrests have been made.
    case allToTheTop = "all to the top"
    /// Each goes to an area with a chance that is its share of the arrests so far.
    case byShare = "by share of arrests"
    /// Half and half, whatever the arrests.
    case evenly = "half and half"
}

// Day by day, patrols are sent by the rule, and what they bring back is added to what is known:

/// Two areas over the days: patrols that were there, and arrests that were made.
public struct PatrolledAreas: Sendable {
    public private(set) var patrols = [0, 0]
    /// One in each area is known at the beginning.
    public private(set) var arrests = [1, 1]
    /// The first area's share of a day's patrols.
    public private(set) var shares: [Double] = []

    /// - Parameter crime: the chance that a patrol makes an arrest, in each of the two areas.
    public init(
        days: Int, patrols perDay: Int = 10, crime: [Double] = [0.3, 0.3], by rule: PatrolRule,
        using random: inout SplitMix64
    ) {
        for _ in 0..<days {
            let share = Double(arrests[0]) / Double(arrests[0] + arrests[1])
            var sent = [0, 0]
            for number in 0..<perDay {
                let isFirst =
                    switch rule {
                    case .allToTheTop: share > 0.5 || share == 0.5 && number % 2 == 0
                    case .byShare: Double.random(in: 0..<1, using: &random) < share
                    case .evenly: number % 2 == 0
                    }
                sent[isFirst ? 0 : 1] += 1
            }
            for area in 0...1 {
                patrols[area] += sent[area]
                for _ in 0..<sent[area] where Double.random(in: 0..<1, using: &random) < crime[area] {
                    arrests[area] += 1
                }
            }
            shares.append(Double(sent[0]) / Double(perDay))
        }
    }

    /// The larger share of all arrests.
    public var largerShare: Double { Double(arrests.max()!) / Double(arrests[0] + arrests[1]) }
}

extension FirstModels {
    func patrolsAndArrests() {
        let (days, worlds) = (run.size(quick: 60, usual: 365), 8)
        var found: [PatrolRule: [PatrolledAreas]] = [:]
        for rule in PatrolRule.allCases {
            var random = run.random
            found[rule] = (0..<worlds).map { _ in PatrolledAreas(days: days, by: rule, using: &random) }
        }
        let charts = PatrolRule.allCases.map { rule in
            Chart(rule.rawValue, x: "day", y: "share of patrols in area A", yLimits: -0.03...1.03) {
                for (number, world) in found[rule]!.enumerated() {
                    let weeks = stride(from: 0, to: days - 6, by: 7).map { $0 }
                    Line(
                        weeks, weeks.map { world.shares[$0..<$0 + 7].reduce(0, +) / 7 },
                        colour: Colour.palette[number % 7])
                }
                Rule(y: 0.5, "what is true", colour: .black)
            }
        }
        show(
            ChartGrid(charts, columns: 3, title: "Eight cities, two areas each with the same crime"),
            "Where patrols go, week by week",
            predict: .choice(
                "Two areas have the same crime. All patrols go where most arrests were made. What happens?",
                [
                    "they settle at half and half", "they change sides again and again",
                    "one area gets them all and keeps them",
                ], answer: "one area gets them all and keeps them"))
        var table = TextTable(["patrols", "larger share of arrests, mean", "smallest", "largest"], decimals: 2)
        for rule in PatrolRule.allCases {
            let shares = found[rule]!.map(\.largerShare)
            table.add(rule.rawValue, Spread(shares).mean, shares.min()!, shares.max()!)
            record("patrols/\(slug(rule.rawValue))/larger-share-of-arrests", over: shares)
        }
        show(table, "After \(days) days in \(worlds) cities: 0.5 would be the truth")

        // With the first rule, the first chance arrest decides for ever. Nothing in the data ever says that this was
        // chance, for nobody looks at the other area any more. With the second one, patrols keep looking at both, and
        // still each city ends at a share of its own, by luck: what it begins with is confirmed again and again. (Balls
        // drawn from an urn and put back together with one more of their colour behave like that: G. Pólya, 1923.)

        // And the loop can be broken, once somebody knows how the data came about. Not the number of arrests says
        // how much crime there is, but arrests *per patrol*:
        let city = found[.byShare]!.max { $0.largerShare < $1.largerShare }!
        var rates = TextTable(["area", "patrols", "arrests", "arrests per patrol"], decimals: 2)
        for (area, name) in ["A", "B"].enumerated() {
            rates.add(
                name, city.patrols[area], city.arrests[area], Double(city.arrests[area]) / Double(city.patrols[area]))
        }
        show(rates, "The most unequal city of the second rule")

        // Loops are also where money is made. A service for videos that is trained to keep people watching learns most
        // from those who watch most, shows their kind of films to all, and gets more such people: section 8.6 lets it
        // run. Exercise 1.15 is about it, and about finding loops outside of this book.
    }
}
