// # Twenty questions
//
// Section 9.4 · After this page you can say when a tree knows its rows by heart, and keep it from that.

import Common
import Figures
import Notebook
import Tabular

extension TabularModeling {
    func asManyLeavesAsRows() throws {
        // What if a tree goes on until nothing can be cut?
        let sales = try numbered
        let full = try DecisionTree(sales.x, sales.y)
        record(
            "full-tree/train-rmse", try full.rootMeanSquaredError(sales.x, sales.y), book: 0,
            predict: .number(
                "A tree grows until each leaf holds sales of one price only. What is its error on the sales it has "
                    + "learned from?", 0, within: .plusMinus(0.001)))
        record(
            "full-tree/valid-rmse", try full.rootMeanSquaredError(sales.validX, sales.validY), book: 0.337727,
            differs: try lessThanAll)
        record("full-tree/leaves", full.leafCount, book: 340_909, differs: try lessThanAll)
        show(fixed(Double(full.leafCount) / Double(sales.x.count), 3), "leaves for each row")

        // Nearly as many leaves as rows: the tree plays *twenty questions*. It finds out which sale is meant, and gives
        // back its price. With twenty questions, a million things can be told apart. That is no rule for other sales.
        let coarse = try DecisionTree(sales.x, sales.y, minLeafSize: 25)
        record(
            "25-rows-in-a-leaf/train-rmse", try coarse.rootMeanSquaredError(sales.x, sales.y), book: 0.248562,
            differs: try lessThanAll)
        record(
            "25-rows-in-a-leaf/valid-rmse", try coarse.rootMeanSquaredError(sales.validX, sales.validY), book: 0.32368,
            differs: try lessThanAll)
        record("25-rows-in-a-leaf/leaves", coarse.leafCount, book: 12_397, differs: try lessThanAll)
    }

    func howManyLeaves() throws {
        // Between one leaf and all of them:
        let sales = try numbered
        let counts = [1, 4, 16, 64, 256, 1024, 4096, 16_384].filter { $0 < sales.x.count }
        var (train, valid) = ([Double](), [Double]())
        for count in counts {
            let tree = try DecisionTree(sales.x, sales.y, maxLeaves: count)
            train.append(try tree.rootMeanSquaredError(sales.x, sales.y))
            valid.append(try tree.rootMeanSquaredError(sales.validX, sales.validY))
        }
        let best = valid.indices.min { valid[$0] < valid[$1] }!
        show(
            Chart("A tree that is too large learns by heart", x: "leaves", y: "rmse of log price", xScale: .logarithmic)
            {
                Line(counts, train, "training rows", colour: .blue)
                Line(counts, valid, "validation rows", colour: .vermilion)
                Points([Double(counts[best])], [valid[best]], "the best", colour: .vermilion)
            }, "Error by number of leaves, \(dataName)")
        show(
            train.last! < valid.last!, "the largest tree is better on what it has learned from",
            predict: .yesNo(
                "The largest of these trees: is its error on the training rows smaller than on the others?",
                train.last! < valid.last!))
        show(counts[best], "leaves of the tree that is best on the validation rows")
    }

    func codesOrColumns() throws {
        // Categories came in as numbers of their levels, in the order of the alphabet. Is a question such as “is the
        // state before Kansas?” sensible? A few such questions together single out any level, so a tree can use what
        // is in a category. The other way is *one-hot*: a column for every level, 1 or 0 (pandas calls it
        // `get_dummies`). For a few columns of the sales:
        let data = try numbered.data
        let names = ["ProductSize", "ProductGroup", "Enclosure", "state"].filter(data.recipe.categorical.contains)
        let frame = data.train.frame.taking(
            evenly(run.size(quick: 500, usual: 8000, full: 50_000), of: data.train.count))
        let valid = data.valid.frame
        let codes = try Features(names, names.map { frame[$0].codes.map { Float($0 + 1) } })
        let validCodes = try Features(names, names.map { valid[$0].codes.map { Float($0 + 1) } })
        let hot = try oneHot(codes), validHot = try oneHot(validCodes, like: codes)
        let (y, validY) = (frame["SalePrice"].numbers, valid["SalePrice"].numbers)
        var (table, errors) = (TextTable(["categories as", "columns", "valid rmse"], decimals: 4), [Double]())
        for (what, x, validX) in [("numbers", codes, validCodes), ("one-hot", hot, validHot)] {
            let tree = try DecisionTree(x, y, minLeafSize: 25)
            errors.append(try tree.rootMeanSquaredError(validX, validY))
            table.add(what, x.names.count, errors.last!)
        }
        show(table, "Two ways to give a tree categories, \(dataName)")
        let change = Int((100 * (errors[1] / errors[0] - 1)).rounded())
        show(
            "One-hot takes \(hot.names.count) columns in place of \(names.count), and changes the error by \(change) %."
        )

        // That is a large price for a small change, and all that comes later (which columns matter, how prices depend
        // on one) is harder to read from dozens of columns. The book knows of no evidence that one-hot helps trees in
        // general; so the numbers stay.
    }
}

// MARK: Helpers

/// A column for every level of every column.
private func oneHot(_ x: Features, like other: Features? = nil) throws -> Features {
    let levels = (other ?? x).columns.map { Set($0).sorted() }
    let names = zip(x.names, levels).flatMap { name, levels in levels.map { "\(name) \($0)" } }
    let columns = zip(x.columns, levels).flatMap { column, levels in
        levels.map { level in column.map { $0 == level ? Float(1) : 0 } }
    }
    return try Features(names, columns)
}
