// # A forest
//
// Section 9.5 · After this page you can train a random forest, and know which of its settings matter.

import Common
import Figures
import Notebook
import Tabular
import Tensors

// If the trees of a bag are to differ, one can do more than draw rows. In 2001 Breiman added a second piece of chance:
// at *every* question, a tree may look only at some of the columns, drawn anew. If one column is the best of all, most
// trees cannot begin with it, and have to find out what the others know. That is a *random forest*.
//
// `rf` has the book's settings: forty trees, each of at most 200,000 rows, half of the columns at each question, and at
// least five rows in each leaf:

extension TabularModeling {
    /// A forest with the book's settings. (The book's `rf`.)
    func rf(_ sales: NumberedSales, using random: inout SplitMix64) throws -> RandomForest {
        try RandomForest(
            sales.x, sales.y, trees: run.size(quick: 10, usual: 40), samples: 200_000, columnShare: 0.5,
            minLeafSize: 5, using: &random)
    }

    func firstForest() throws {
        // `theForest` is one of all columns, with the years mended (section 9.4). The trivial model, single trees, and
        // the forest:
        let (sales, forest) = (try mended, try theForest)
        let mean = sales.y.reduce(0, +) / Double(sales.y.count)
        let guess = rootMeanSquaredError(Array(repeating: mean, count: sales.validY.count), sales.validY)
        let models: [(String, any Regressor)] = [
            ("a tree without a limit", try DecisionTree(sales.x, sales.y)),
            ("a tree with 25 rows in a leaf", try DecisionTree(sales.x, sales.y, minLeafSize: 25)),
            ("the forest", forest),
        ]
        var table = TextTable(["model", "train rmse", "valid rmse"], decimals: 4)
        table.add("the mean price", rootMeanSquaredError(Array(repeating: mean, count: sales.y.count), sales.y), guess)
        var valid: [Double] = []
        for (name, model) in models {
            valid.append(try model.rootMeanSquaredError(sales.validX, sales.validY))
            table.add(name, try model.rootMeanSquaredError(sales.x, sales.y), valid.last!)
        }
        show(
            table, "Errors of the logarithm of the price, \(dataName)",
            predict: .choice(
                "Which is best on the validation rows?", models.map(\.0),
                answer: models[valid.indices.min { valid[$0] < valid[$1] }!].0))
        record(
            "forest/train-rmse", try forest.rootMeanSquaredError(sales.x, sales.y), book: 0.170896,
            differs: try lessThanAll)

        // Chance has drawn rows and columns. With other seeds, the error is another one:
        let errors = try run.overSeeds(run.size(quick: 2, usual: 3, full: 5)) { random in
            try rf(sales, using: &random).rootMeanSquaredError(sales.validX, sales.validY)
        }
        record("forest/valid-rmse", over: errors, book: 0.233502, differs: try lessThanAll)

        // The book trains this very forest twice, and reports 0.2338 and 0.2328. So two of its numbers that differ in
        // the third decimal may differ by chance.
    }

    func settingsOfAForest() throws {
        // Which settings are the right ones? On some of the rows, every combination of two of them:
        var random = run.random
        let sales = try mended
        let count = run.size(quick: 300, usual: 4000, full: 40_000)
        let rows = evenly(count, of: sales.x.count)
        let (x, y) = (sales.x.rows(rows), rows.map { sales.y[$0] })
        let (shares, sizes) = ([0.1, 0.25, 0.5, 0.75, 1], [1, 3, 5, 10])
        var errors: [[Double]] = []
        for share in shares {
            errors.append(
                try sizes.map { size in
                    try RandomForest(
                        x, y, trees: run.size(quick: 5, usual: 30), columnShare: share, minLeafSize: size,
                        outOfBag: false, using: &random
                    ).rootMeanSquaredError(sales.validX, sales.validY)
                })
        }
        let all = errors.flatMap(\.self)
        // From which share on is the mean of a row at most a tenth above the lowest?
        let means = errors.map { $0.reduce(0, +) / Double($0.count) }
        let enough = shares.indices.first { means[$0...].allSatisfy { $0 <= 1.1 * means.min()! } } ?? shares.count
        let isSoon = enough < shares.count - 1
        show(
            HeatTable(
                isSoon ? "From \(percent(shares[enough])) of the columns on, little changes" : "Every column is of use",
                rows: shares.map { "\(Int(100 * $0)) % of the columns" },
                columns: sizes.map { $0 == 1 ? "1 row in a leaf" : "\($0) rows" }, errors,
                range: all.min()!...all.max()!, decimals: 3),
            "Validation rmse by share of columns (down) and rows in a leaf (across), \(x.count) rows of \(dataName)")
        let tree = try sizes.map {
            try DecisionTree(x, y, minLeafSize: $0).rootMeanSquaredError(sales.validX, sales.validY)
        }
        var table = TextTable(["", "best setting", "worst setting"], decimals: 4)
        table.add("one tree", tree.min()!, tree.max()!)
        table.add("forests", all.min()!, all.max()!)
        show(
            table, "How much the settings matter, \(x.count) rows of \(dataName)",
            predict: .yesNo(
                "Is the worst of these forests better than the best of the trees?", all.max()! < tree.min()!))

        // Most of the columns of this table say nothing. A tree that may look at a tenth of them often has nothing
        // sensible to ask. With more of them, and with leaves of a few rows, the error soon hardly changes. So one can
        // take the usual values and look no further: half of the columns, and leaves of at least 4 rows in the book's
        // text, 5 in its code.
    }
}
