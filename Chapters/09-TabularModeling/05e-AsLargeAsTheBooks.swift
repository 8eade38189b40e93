// # As large as the book's
//
// Section 9.5 · After this page you know what a forest costs when the table grows, and what more rows are worth.

import Datasets
import Figures
import Notebook
import Tabular
import Tensors

// The book's table has 404,710 rows for training, and each tree of its forest draws 200,000 of them. How long does
// that take? Every column is sorted once. After that, one level of questions after the other goes through all rows of a
// tree. The number of levels grows only by one or two when there are twice the rows. So twice the rows should take a
// bit more than twice the time, until a tree does not draw more rows any longer.
//
// `sizedForest` makes sales, trains the book's forest, and notes how long that took and how wrong it is. Columns get a
// flag only where something is missing. That makes 66 columns, as in later versions of the book's library.

/// What a forest of generated sales has cost, and how wrong it is.
struct SizedForest {
    let rows: Int, columns: Int
    /// In milliseconds; predicting is for 1000 rows.
    let training: Double, predicting: Double
    let outOfBag: Double, valid: Double
}

extension TabularModeling {
    /// The book's forest of generated sales, the latest 5 % of which judge.
    func sizedForest(_ rows: Int) throws -> SizedForest {
        let sales = try generatedSales(rows)
        var random = run.random
        var (forest, said): (RandomForest?, [Double]) = (nil, [])
        let training = try milliseconds { forest = try rf(sales, using: &random) }
        let predicting = try milliseconds { said = try forest!.predict(sales.validX) }
        return SizedForest(
            rows: sales.y.count, columns: sales.x.names.count, training: training,
            predicting: 1000 * predicting / Double(said.count), outOfBag: forest!.outOfBag!.rootMeanSquaredError,
            valid: rootMeanSquaredError(said, sales.validY))
    }

    func asLargeAsTheBooks() throws {
        // The largest of these tables is as large as the book's if the chapter runs with `--full`:
        let counts = run.size(
            quick: [500, 1500], usual: [2500, 5000, 10_000], full: [26_600, 53_200, 106_500, 213_000, 426_000])
        let forests = try counts.map(sizedForest)
        var table = TextTable(
            [
                "rows", "columns", "training, ms", "1000 predictions, ms", "rmse out of the bag",
                "rmse of the latest 5 %",
            ],
            decimals: 3)
        for forest in forests {
            table.add(
                forest.rows, forest.columns, forest.training.cellText(decimals: 0),
                forest.predicting.cellText(decimals: 1), forest.outOfBag, forest.valid)
        }
        show(
            table, "The book's forest for more and more generated sales; times in milliseconds",
            predict: .change(
                "The table grows from \(forests[0].rows) to \(forests.last!.rows) rows. Does the error of the latest 5 % "
                    + "become smaller or larger?", from: forests[0].valid, to: forests.last!.valid))
        record("sizes/rows-of-the-largest", forests.last!.rows)
        record("sizes/rmse-out-of-the-bag-of-the-largest", forests.last!.outOfBag)
        record("sizes/rmse-of-the-latest-of-the-largest", forests.last!.valid)

        // What more rows are worth depends on what comes with them. They do not make the chance in a single price any
        // smaller. And a larger table has more to tell apart: in generated sales there is a model for every sixty of
        // them, until there are 5000. So the error out of the bag falls at first, and not for ever; with `--full`, from
        // 25,000 rows to the book's number, it even rises a little. For the latest sales every row of the past is
        // welcome, and they remain the hardest ones: more of the past is still not the future.
    }
}

// MARK: Helpers

extension TabularModeling {
    /// Generated sales as numbers, prepared as the chapter's own are.
    private func generatedSales(_ rows: Int) throws -> NumberedSales {
        var table = try Sales(GeneratedBulldozers(rows: rows, seed: run.seed)).table
        table["SalePrice"] = table["SalePrice"].logarithm
        table["ProductSize"] = table["ProductSize"].asCategory(order: machineSizes)
        table = try table.addingDateparts("saledate")
        let split = table.contCatSplit(maxCard: 1, dependent: ["SalePrice"])
        return try NumberedSales(
            TabularData(
                table, categorical: split.categorical, continuous: split.continuous, target: "SalePrice",
                splits: latestSplit(table, share: 0.05))
        ).withYearsMended()
    }
}
