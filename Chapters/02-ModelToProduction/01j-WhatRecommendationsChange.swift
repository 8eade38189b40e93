// # What recommendations change
//
// Section 2.1 · After this page you know two kinds of offers that are not worth recommending, and what happens if
// chance had no part in the data.

import Figures
import Notebook
import Tabular
import Tensors

// Where is the lift small? There are two ways, and they look quite different. A book by somebody whom the customer
// knows and does not care for: it is not bought, with or without us. And a book that the customer has been waiting for:
// it is bought, with or without us. Both differences are near 0, once of two small numbers and once of two large ones:

extension ModelToProduction {
    func twoLowCases() throws {
        let corners = [
            ("unknown, does not suit", Offer(match: 0.1, known: 0.05)),
            ("unknown, suits", Offer(match: 0.9, known: 0.05)),
            ("known and rejected", Offer(match: 0.1, known: 0.95)),
            ("known and waited for", Offer(match: 0.9, known: 0.95)),
        ]
        let runs = try run.overSeedsAtOnce(run.size(quick: 2, usual: 5)) { random in
            let log = SalesLog(randomized: run.size(quick: 1200, usual: 10_000), using: &random)
            return try LiftModel(log, using: &random).probabilities(corners.map(\.1))
        }
        var table = TextTable(["book", "with", "without", "lift by the models", "true lift"], decimals: 2)
        for (place, (name, offer)) in corners.enumerated() {
            let lifts = runs.map { $0.with[place] - $0.without[place] }
            table.add(
                name, Spread(runs.map { $0.with[place] }).mean, Spread(runs.map { $0.without[place] }).mean,
                Spread(lifts), offer.lift)
            record("drivetrain/lift-\(slug(name))", over: lifts)
        }
        show(
            table, "Probabilities of a sale, as the two models have learned them",
            predict: .choice(
                "For which book is the difference largest?", corners.map(\.0), answer: "unknown, suits"))
        let steps = (0..<20).map { (Double($0) + 0.5) / 20 }
        show(
            ChartGrid(
                [0.1, 0.9].map { match in
                    Chart(
                        match < 0.5 ? "The book does not suit" : "The book suits", x: "how well the author is known",
                        y: "probability of a sale", yLimits: 0...0.8
                    ) {
                        Line(
                            steps, steps.map { Offer(match: match, known: $0).chance(recommended: true) },
                            "recommended", colour: .blue)
                        Line(
                            steps, steps.map { Offer(match: match, known: $0).chance(recommended: false) }, "not",
                            colour: .vermilion)
                    }
                }, columns: 2, title: "The lift is what is between the lines"), "The true probabilities")
    }
}

// Now the step that is left out most often: chance. Suppose there is something that the table does not show. Some
// customers have put the book on a wish list; they buy it more often, whatever we do. The old recommender of the shop
// knows the list, and shows the book to just these people. `wishedLog` are such data, as any shop has by the million,
// beside the same world with a coin:

/// Sales in a world with wish lists, which no column shows.
/// - Parameter byChance: whether a coin decides what is recommended, or the wish list does.
public func wishedLog(_ rows: Int, byChance: Bool, using random: inout SplitMix64) -> SalesLog {
    var log = SalesLog(offers: [], recommended: [], bought: [])
    for _ in 0..<rows {
        let offer = Offer(using: &random)
        let isWished = Double.random(in: 0..<1, using: &random) < 0.3
        let isShown = Double.random(in: 0..<1, using: &random) < (byChance ? 0.5 : isWished ? 0.9 : 0.1)
        let chance = min(1, offer.chance(recommended: isShown) + (isWished ? 0.3 : 0))
        log.offers.append(offer)
        log.recommended.append(isShown)
        log.bought.append(Double.random(in: 0..<1, using: &random) < chance)
    }
    return log
}

extension ModelToProduction {
    func withoutChance() throws {
        let rows = run.size(quick: 1200, usual: 10_000), new = run.size(quick: 100, usual: 1000)
        let runs = try run.overSeedsAtOnce(run.size(quick: 2, usual: 5)) { random -> [Double] in
            let offers = (0..<new).map { _ in Offer(using: &random) }
            let found = try [true, false].map { byChance in
                let model = try LiftModel(wishedLog(rows, byChance: byChance, using: &random), using: &random)
                let (with, without) = try model.probabilities(offers)
                return zip(with, without).reduce(0) { $0 + $1.0 - $1.1 } / Double(new)
            }
            return found + [offers.reduce(0) { $0 + $1.lift } / Double(new)]
        }
        let names = ["from random recommendations", "from those of the old recommender", "in truth"]
        var table = TextTable(["mean lift", "extra sales for each recommendation"], decimals: 3)
        for (place, name) in names.enumerated() {
            table.add(name, Spread(runs.map { $0[place] }))
            record("wish-lists/mean-lift-\(slug(name))", over: runs.map { $0[place] })
        }
        let (logged, truth) = (Spread(runs.map { $0[1] }).mean, Spread(runs.map { $0[2] }).mean)
        show(
            table, "\(rows) rows each",
            predict: .choice(
                "Models learn from the old recommender's own data. Do they find too small a lift, the right one, or too large a one?",
                ["too small", "about right", "too large"],
                answer: logged > 1.3 * truth ? "too large" : logged < 0.7 * truth ? "too small" : "about right"))
        // The old recommender seems to do wonders: wherever it recommends something, much is bought. It has chosen
        // those who wanted to buy. More rows do not help, all of them have the same fault. A coin does, for a small
        // share of the visitors: then those with and those without are alike in everything else, also in what nobody
        // has written down.
        let need = run.size(quick: [300, 600, 1200], usual: [500, 2000, 10_000])
        var small = TextTable(["random rows", "extra sales of 1,000 offers"], decimals: 1)
        for count in need {
            let extra = try run.overSeedsAtOnce(run.size(quick: 2, usual: 5)) { random -> Double in
                let model = try LiftModel(
                    SalesLog(randomized: count, using: &random), leaf: max(20, count / 160), using: &random)
                let offers = (0..<new).map { _ in Offer(using: &random) }
                let (with, without) = try model.probabilities(offers)
                let order = offers.indices.sorted { with[$0] - without[$0] > with[$1] - without[$1] }
                return order.prefix(new / 10).reduce(0) { $0 + offers[$1].lift } * 1000 / Double(new)
            }
            small.add(count, Spread(extra))
            if count == need[0] { record("drivetrain/extra-sales-learned-from-few-rows", over: extra) }
        }
        show(small, "How many random rows does it take?")
    }
}
