// # What to do first
//
// Section 20.3 · After this page you can rank what could be done by what it is worth, and say how sure the ranking is.

import Figures
import Foundation
import Notebook
import Tensors

// Item 8 of strategy asks for each opportunity: which driver of value, which actions, which return, by when. With
// numbers for them, opportunities can be ranked. The *expected return on investment* is what one expects to gain beyond
// the cost, divided by the cost:

/// Something that could be done.
public struct Opportunity: Sendable, Equatable {
    public let name: String, driver: String
    /// The probability that it works, what it brings then, and what it costs in any case.
    public let probability: Double, benefit: Double, cost: Double
    /// Weeks until it has to be in use.
    public let weeks: Int

    public init(_ name: String, driver: String, probability: Double, benefit: Double, cost: Double, weeks: Int) {
        (self.name, self.driver, self.weeks) = (name, driver, weeks)
        (self.probability, self.benefit, self.cost) = (probability, benefit, cost)
    }

    /// What is expected beyond the cost, for each unit of cost.
    public var expectedReturn: Double { (probability * benefit - cost) / cost }
}

extension WhatNext {
    static let opportunities = [
        Opportunity("hints on sizes", driver: "returns", probability: 0.6, benefit: 400, cost: 100, weeks: 12),
        Opportunity("forecast of demand", driver: "stock", probability: 0.5, benefit: 900, cost: 250, weeks: 26),
        Opportunity("routes of vans", driver: "fuel", probability: 0.8, benefit: 150, cost: 90, weeks: 8),
        Opportunity(
            "answers by a chat program", driver: "service", probability: 0.3, benefit: 700, cost: 260, weeks: 20),
        Opportunity("letters to lost customers", driver: "sales", probability: 0.7, benefit: 60, cost: 15, weeks: 4),
    ]

    func whatToDoFirst() {
        // `opportunities` are those of the invented project, in thousands:
        let ranked = Self.opportunities.sorted { $0.expectedReturn > $1.expectedReturn }
        var table = TextTable(
            ["opportunity", "driver", "probability", "benefit", "cost", "weeks", "expected gain", "expected return"],
            decimals: 2)
        for one in ranked {
            table.add(
                one.name, one.driver, one.probability, Int(one.benefit), Int(one.cost), one.weeks,
                one.probability * one.benefit - one.cost, one.expectedReturn)
        }
        show(
            table, "Ranked by expected return",
            predict: .number(
                "Letters work with probability 0.7, bring 60 then, and cost 15. What is the expected return, for each unit of cost?",
                Self.opportunities[4].expectedReturn))
        show(ranked.last { $0.expectedReturn < 0 }?.name ?? "none", "would lose money, on average")
        // The one with the highest return is also the smallest. The forecast of demand is expected to gain seven times
        // as much in total, at less than half of the return: look at both columns.
    }
}

// The numbers are guesses, and some are bolder than others. So vary all of them: each probability, benefit and cost by
// a factor between one half and two, at random, and count how often each is on top. That is a *sensitivity analysis*.
// What comes out on top whatever one assumes can be decided now; where the first two change places, it pays to find out
// more before one begins. `timesOnTop` counts:

/// How often each of the opportunities has the highest expected return, if all guesses may be wrong by up to a factor
/// of two.
public func timesOnTop(_ opportunities: [Opportunity], draws: Int, using random: inout SplitMix64) -> [Int] {
    var counts = [Int](repeating: 0, count: opportunities.count)
    for _ in 0..<draws {
        let returns = opportunities.map { one in
            func varied(_ value: Double) -> Double { value * pow(2, Double.random(in: -1...1, using: &random)) }
            let (probability, benefit, cost) = (min(1, varied(one.probability)), varied(one.benefit), varied(one.cost))
            return (probability * benefit - cost) / cost
        }
        counts[returns.indices.max { returns[$0] < returns[$1] }!] += 1
    }
    return counts
}

extension WhatNext {
    func howSureIsTheRanking() {
        var random = run.random
        let draws = run.size(quick: 200, usual: 5000, full: 50_000)
        let counts = timesOnTop(Self.opportunities, draws: draws, using: &random)
        show(
            HorizontalBars(
                Self.opportunities.map(\.name), counts.map { Double($0) / Double(draws) },
                title: "How often on top, if all guesses may be off by a factor of two", label: "share of draws"),
            "Which opportunity comes first?")
        let first = Self.opportunities.indices.max { counts[$0] < counts[$1] }!
        record("ranking/share-of-draws-in-which-the-first-stays-the-first", Double(counts[first]) / Double(draws))
        show(
            Self.opportunities[first].name, "most often on top",
            predict: .choice(
                "Which one is most often on top when everything is uncertain?", Self.opportunities.map(\.name),
                answer: Self.opportunities[first].name))
        let second = Self.opportunities.indices.filter { $0 != first }.max { counts[$0] < counts[$1] }!
        record("ranking/share-of-draws-in-which-the-second-is-on-top", Double(counts[second]) / Double(draws))
        // The first is on top in less than half of the draws, so the table was more certain than its numbers are.
        // Letters and hints on sizes are close: whoever can do only one of them should first find out more about both.
    }
}
