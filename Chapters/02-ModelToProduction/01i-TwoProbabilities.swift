// # Two probabilities
//
// Section 2.1 · After this page you can rank recommendations by what they change.

import Figures
import Foundation
import Notebook
import Tabular
import Tensors

// Now a recommender by the four steps. Its objective is sales that would not have happened otherwise. Its lever is what
// is recommended. The data show what recommendations change, so there must be people to whom a book was recommended,
// and others to whom it was not, *by chance*: if it was only recommended to people who wanted it anyway, nobody can
// tell what did it. (Few companies collect that. It costs some sales for a while.) And there are two models: how
// probable is a sale with the recommendation, and how probable without? What counts is the difference, the *lift*.
//
// A world in which the truth is known: an `Offer` is a customer and a book. `match` says how well the book suits the
// customer, `known` how well the customer knows the author already. Of a book that suits, and whose author is known,
// one hears without any help; of a book that suits, by somebody unknown, only from us:

/// A customer and a book.
public struct Offer: Sendable, Equatable {
    /// How well the book suits, and how well its author is known to the customer. Both from 0 to 1.
    public let match: Double, known: Double
    /// Its price as a share of what this customer ever pays for a book.
    public let price: Double

    public init(match: Double, known: Double, price: Double = 0.5) {
        (self.match, self.known, self.price) = (match, known, price)
    }

    init(using random: inout SplitMix64) {
        self.init(
            match: .random(in: 0..<1, using: &random), known: .random(in: 0..<1, using: &random),
            price: .random(in: 0..<1, using: &random))
    }

    /// How probable it is that the book is bought.
    public func chance(recommended: Bool) -> Double {
        let byItself = 0.02 + 0.75 * match * match * known
        let withUs = recommended ? 0.4 * match * (1 - known) : 0
        return (byItself + withUs) * (1 - 0.4 * price)
    }

    /// What the recommendation changes.
    public var lift: Double { chance(recommended: true) - chance(recommended: false) }
}

// `SalesLog` is what was written down: offers, whether the book was recommended, whether it was bought. `LiftModel` are
// the two models. Each is a random forest (chapter 9): one learns from the rows with a recommendation, one from those
// without.

/// What was offered, recommended and bought.
public struct SalesLog: Sendable {
    public var offers: [Offer] = [], recommended: [Bool] = [], bought: [Bool] = []

    public init(offers: [Offer], recommended: [Bool], bought: [Bool]) {
        (self.offers, self.recommended, self.bought) = (offers, recommended, bought)
    }

    /// Recommendations that a coin has decided.
    public init(randomized rows: Int, using random: inout SplitMix64) {
        for _ in 0..<rows {
            let (offer, isShown) = (Offer(using: &random), Bool.random(using: &random))
            offers.append(offer)
            recommended.append(isShown)
            bought.append(Double.random(in: 0..<1, using: &random) < offer.chance(recommended: isShown))
        }
    }
}

/// How probable a sale is with a recommendation, and how probable without.
public struct LiftModel: Sendable {
    private let with: RandomForest, without: RandomForest

    public init(_ log: SalesLog, trees: Int = 30, leaf: Int = 60, using random: inout SplitMix64) throws {
        func forest(_ isShown: Bool) throws -> RandomForest {
            let rows = log.offers.indices.filter { log.recommended[$0] == isShown }
            return try RandomForest(
                try Self.features(rows.map { log.offers[$0] }), rows.map { log.bought[$0] ? 1.0 : 0 }, trees: trees,
                minLeafSize: leaf, outOfBag: false, using: &random)
        }
        (with, without) = (try forest(true), try forest(false))
    }

    /// For each offer both probabilities.
    public func probabilities(_ offers: [Offer]) throws -> (with: [Double], without: [Double]) {
        let features = try Self.features(offers)
        return (try with.predict(features), try without.predict(features))
    }

    private static func features(_ offers: [Offer]) throws -> Features {
        try Features(
            ["match", "known", "price"],
            [offers.map { Float($0.match) }, offers.map { Float($0.known) }, offers.map { Float($0.price) }])
    }
}

extension ModelToProduction {
    func liftAgainstProbability() throws {
        let names = ["by chance", "most probable first", "largest lift first", "by the true lift"]
        let (rows, new) = (run.size(quick: 1200, usual: 10_000), run.size(quick: 200, usual: 2000))
        let runs = try run.overSeedsAtOnce(run.size(quick: 2, usual: 10)) { random -> [[Double]] in
            let model = try LiftModel(SalesLog(randomized: rows, using: &random), using: &random)
            // New offers, of which one in ten can be recommended.
            let offers = (0..<new).map { _ in Offer(using: &random) }
            let (with, without) = try model.probabilities(offers)
            let scores = [
                offers.map { _ in Double.random(in: 0..<1, using: &random) }, with, zip(with, without).map { $0 - $1 },
                offers.map(\.lift),
            ]
            return scores.map { score in
                let chosen = offers.indices.sorted { score[$0] > score[$1] }.prefix(new / 10)
                let sold = chosen.reduce(0) { $0 + offers[$1].chance(recommended: true) }
                return [1000 * sold / Double(new), 1000 * chosen.reduce(0) { $0 + offers[$1].lift } / Double(new)]
            }
        }
        var table = TextTable(["recommended", "sales of what was recommended", "of them extra sales"], decimals: 1)
        for (place, name) in names.enumerated() {
            table.add(name, Spread(runs.map { $0[place][0] }), Spread(runs.map { $0[place][1] }))
            record("drivetrain/extra-sales-\(slug(name))", over: runs.map { $0[place][1] })
        }
        let means = names.indices.map { place in Spread(runs.map { $0[place][1] }).mean }
        show(
            table, "For 1,000 offers, 100 of which are recommended; learned from \(rows) random ones",
            predict: .choice(
                "100 recommendations. Which order brings the most sales that would not have happened?",
                Array(names[..<3]), answer: names[(0..<3).max { means[$0] < means[$1] }!]))
        let wins = runs.count { $0[2][1] > $0[1][1] }
        show("\(wins) of \(runs.count)", "runs in which the lift brings more extra sales than the probability")
        // Whoever counts the sales of what was recommended will praise the second row: there are most of them. But more
        // than half of these books would have been bought anyway. A recommender that is judged by the wrong number
        // looks best when it does least.
    }
}
