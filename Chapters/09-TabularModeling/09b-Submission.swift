// # Predictions for a competition
//
// Section 9.9 · After this page you can hand in predictions to a competition, and know what your own error is worth
// there.

import Datasets
import Figures
import Foundation
import Notebook
import Tabular
import Tensors

// At the end of a competition stands a file. `Test.csv` has sales without prices, and what is sent in are their
// numbers, each with a price. Three things are easy to forget. The test has to be prepared as the training rows were:
// the same levels, the same medians, the same columns. The model says logarithms, and dollars are asked for. And
// every row of the test wants an answer, in a file with the right names. `submission` writes it:

/// The text of a file for a competition: a header, and a line for each sale.
/// - Parameter logs: logarithms of prices. What is written are whole dollars.
public func submission(_ ids: [Int], _ logs: [Double]) -> String {
    let lines = zip(ids, logs).map { "\($0),\(Int(exp($1).rounded()))" }
    return (["SalesID,SalePrice"] + lines).joined(separator: "\n") + "\n"
}

extension TabularModeling {
    func sentIn() throws {
        // The test of the real competition is the reader's to get; so this page always works with generated sales,
        // which have a test too: what was sold from May to October 2012. A forest learns from all sales with prices,
        // and predicts those without:
        let task = try competition
        var random = run.random
        let test = task.test
        let forest = try rf(task.all, using: &random)
        let logs = try forest.predict(task.testX)
        let file = submission(test["SalesID"].ints.map { $0 ?? 0 }, logs)
        show(file.split(separator: "\n").prefix(4).joined(separator: "\n"), "the first lines of what is sent in")
        show(
            file.split(separator: "\n").count, "lines in the file",
            predict: .count(
                "The test has \(test.rowCount) sales. How many lines has the file?", test.rowCount + 1))
    }

    func leaderboard() throws {
        // Then a leaderboard tells how good it was, by prices that nobody has seen. Here is what three kinds of
        // validation rows would have said before: a fifth of the rows drawn at random, the book's rule, and the latest
        // 5 %. Each time, the book's forest learns from the other rows:
        let task = try competition
        let seeds = run.size(quick: 1, usual: 3, full: 5)
        let ways = ["a fifth at random", "the book's rule", "the latest 5 %"]
        let errors = try run.overSeeds(seeds) { random in
            let splits = [
                RowSplits.random(task.all.y.count, using: &random), bookSplit(task.table),
                latestSplit(task.table, share: 0.05),
            ]
            let before = try splits.map { split in
                try rf(task.all.rows(split), using: &random)
                    .rootMeanSquaredError(task.all.x.rows(split.valid), split.valid.map { task.all.y[$0] })
            }
            let after = try rf(task.all, using: &random).rootMeanSquaredError(task.testX, task.testY)
            return before + [after]
        }
        var table = TextTable(["judged by", "rmse of log prices"], decimals: 4)
        for (place, name) in (ways + ["the leaderboard"]).enumerated() {
            table.add(name, Spread(errors.map { $0[place] }))
            record("leaderboard/\(slug(name))", over: errors.map { $0[place] })
        }
        let means = (0..<4).map { place in Spread(errors.map { $0[place] }).mean }
        show(
            table, "What was expected and what came, generated sales",
            predict: .choice(
                "Which of the three errors is nearest to that of the leaderboard?", ways,
                answer: ways[(0..<3).min { abs(means[$0] - means[3]) < abs(means[$1] - means[3]) }!]))

        // Rows at random have neighbours in time among those that were learned from, and promise most. The book's three
        // months lie between sales that the forest knows. The latest rows ask the question that the test asks, of a
        // time that no training row has seen. That is the error to go by when a model is chosen. (A test that reaches
        // further into the future than these rows can still be harder.)
        //
        // The test of a competition has often two parts: the public leaderboard shows the error of one part while the
        // competition runs, and the other decides in the end. Whoever changes the model until the public number is
        // good has made it a validation set, and is surprised by the private one.
    }
}

// MARK: Helpers

/// Generated sales with prices, and those of a test, whose prices are only for the leaderboard.
private struct Competition {
    let table: DataFrame, all: NumberedSales
    let test: DataFrame, testX: Features, testY: [Double]
}

extension NumberedSales {
    /// The same sales for training, but some of them for validation.
    fileprivate func rows(_ split: RowSplits) -> NumberedSales {
        NumberedSales(
            data, x.rows(split.train), split.train.map { y[$0] }, x.rows(split.valid), split.valid.map { y[$0] })
    }
}

extension TabularModeling {
    private var competition: Competition {
        get throws {
            try run.once {
                let made = GeneratedBulldozers(rows: run.size(quick: 1500, usual: 20_000), seed: run.seed)
                var table = try Sales(made).table
                table["SalePrice"] = table["SalePrice"].logarithm
                table = try table.addingDateparts("saledate")
                let split = table.contCatSplit(maxCard: 1, dependent: ["SalePrice"])
                let data = try TabularData(
                    table, categorical: split.categorical, continuous: split.continuous, target: "SalePrice",
                    splits: RowSplits(train: Array(0..<table.rowCount), valid: []))
                let test = try DataFrame(csvText: String(decoding: made.test, as: UTF8.self))
                let rows = try data.applied(to: test.addingDateparts("saledate"))
                let (x, y) = (try data.train.features, data.train.targets)
                let columns = split.categorical + split.continuous
                return Competition(
                    table: table, all: NumberedSales(data, try x.keeping(columns), y, x, y), test: test,
                    testX: try rows.features.keeping(columns), testY: made.testPrices.map { log(Double($0)) })
            }
        }
    }
}
