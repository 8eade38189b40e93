// # Wrong in different ways
//
// Section 9.5 · After this page you can say why the mean of many bad models may be a good one, and when it is not.

import Figures
import Notebook
import Tabular
import Tensors

// A large tree knows its rows by heart, and with them all the chance that is in their prices. In 1994 Leo Breiman
// proposed to make use of that (“Bagging predictors”; the name comes from *bootstrap aggregating*):
//
// 1. Draw some of the rows at random.
// 2. Train a model on them, and keep it.
// 3. Do this again and again. To predict, ask all models, and take the mean of what they say.
//
// Each of these models is worse than one that has seen all rows. How can their mean be better?

extension TabularModeling {
    func errorsThatCancel() {
        // Suppose that the truth is 0, and that each model is wrong by a random number whose variance is 1. If the
        // models err independently, the mean of n of them has a variance of 1/n. If all make the same error, nothing is
        // won. In between, they have a part of their error in common, here 30 % of the variance. `squaredErrors` tries
        // it out, for ensembles of several sizes:
        var random = run.random
        let trials = run.size(quick: 200, usual: 4000)
        let counts = [1, 2, 3, 5, 10, 20, 40]
        func squaredErrors(common: Float) -> [Double] {
            counts.map { count in
                let own = Tensor.randn(trials, count, using: &random).mean(axis: 1)
                let shared = Tensor.randn(trials, using: &random)
                let errors = common.squareRoot() * shared + (1 - common).squareRoot() * own
                return Double(errors.squared().mean().item)
            }
        }
        let (alone, some, all) = (squaredErrors(common: 0), squaredErrors(common: 0.3), squaredErrors(common: 1))
        show(
            Chart("Only what they do not have in common cancels", x: "models", y: "squared error of their mean") {
                Line(counts, all, "all make the same error", colour: .grey)
                Line(counts, some, "30 % in common", colour: .orange)
                Line(counts, alone, "independent", colour: .blue)
            }, "The mean of models that are wrong by 1 each, \(trials) trials")
        record(
            "bagging/squared-error-of-40-independent-models", alone.last!,
            predict: .number(
                "Forty models err independently, each with a squared error of 1. What is that of their mean?",
                alone.last!,
                within: .plusMinus(0.005)))
        record("bagging/squared-error-of-40-with-30-percent-in-common", some.last!)

        // With 30 % in common, the curve falls to 0.3 and no further. So a good ensemble wants two things: models that
        // are good by themselves, and errors that differ.
    }
}

// `drawn` says which rows a model gets, and `Bagging` does the three steps for any kind of model. What kind is said by
// a function that fits one:

/// As many rows as there are, drawn with replacement: some are there twice, and others not at all.
func drawn(_ count: Int, using random: inout SplitMix64) -> [Int] {
    (0..<count).map { _ in Int(random.next() % UInt64(count)) }
}

/// Models that have each learned from rows drawn at random, and whose mean is predicted.
public struct Bagging: Regressor {
    public let names: [String]
    public let models: [any Regressor]

    /// - Parameter fit: makes a model of the rows that were drawn.
    public init(
        _ x: Features, _ y: [Double], models count: Int, using random: inout SplitMix64,
        fit: (Features, [Double]) throws -> any Regressor
    ) throws {
        names = x.names
        models = try (0..<count).map { _ in
            let rows = drawn(x.count, using: &random)
            return try fit(x.rows(rows), rows.map { y[$0] })
        }
    }

    public func predict(_ x: Features) throws -> [Double] {
        let all = try models.map { try $0.predict(x) }
        return (0..<x.count).map { row in all.reduce(0) { $0 + $1[row] } / Double(all.count) }
    }
}

extension TabularModeling {
    func bagsOfTrees() throws {
        // Two kinds of models: trees that go on until nothing can be cut, and trees of four leaves.
        var random = run.random
        let sales = try mended
        let count = run.size(quick: 300, usual: 5000, full: 50_000)
        let rows = evenly(count, of: sales.x.count)
        let (x, y) = (sales.x.rows(rows), rows.map { sales.y[$0] })
        var table = TextTable(["model", "one of them", "20 in the mean", "errors in common"], decimals: 3)
        var gains: [Double] = []
        for (name, leaves) in [("trees without a limit", Int?.none), ("trees of 4 leaves", 4)] {
            let bag = try Bagging(x, y, models: 20, using: &random) { try DecisionTree($0, $1, maxLeaves: leaves) }
            let errors = try bag.models.map { model in zip(try model.predict(sales.validX), sales.validY).map(-) }
            let single = errors.map { ($0.reduce(0) { $0 + $1 * $1 } / Double($0.count)) }.reduce(0, +) / 20
            let together = try bag.rootMeanSquaredError(sales.validX, sales.validY)
            gains.append(1 - together / single.squareRoot())
            table.add(name, single.squareRoot(), together, inCommon(errors))
        }
        show(
            table, "Validation error of trees and of bags of trees, \(x.count) rows of \(dataName)",
            predict: .choice(
                "Which kind of tree gains more from bagging?", ["those without a limit", "those of four leaves"],
                answer: gains[0] > gains[1] ? "those without a limit" : "those of four leaves"))

        // The small trees hardly differ from each other: whichever rows they get, they ask the same questions, so they
        // make the same errors. Bagging wants models that are *unstable*: a few other rows, another model. Large trees
        // are. (Nobody would prune a tree of a forest: what is wrong with it alone is what makes the forest work.)
    }
}

// MARK: Helpers

/// The share of the models' squared error that they have in common: the mean product of the errors of two of them, over
/// the mean square of one.
private func inCommon(_ errors: [[Double]]) -> Double {
    let (models, rows) = (Double(errors.count), errors[0].count)
    var (products, squares) = (0.0, 0.0)
    for row in 0..<rows {
        let sum = errors.reduce(0) { $0 + $1[row] }
        let square = errors.reduce(0) { $0 + $1[row] * $1[row] }
        squares += square / models
        products += (sum * sum - square) / (models * (models - 1))
    }
    return products / squares
}
