// # Old sales
//
// Section 9.7 · After this page you can see whether old rows help or mislead, and have met a number that was of
// another model.

import Figures
import Notebook
import Tabular
import Tensors

// If times change, sales of long ago may mislead. From when are they?

extension TabularModeling {
    /// The final columns without SalesID and MachineID.
    var timelessSales: NumberedSales { get throws { try finalSales.dropping(["SalesID", "MachineID"]) } }

    func recentOnly() throws {
        let (sales, table) = (try timelessSales, try datedSales)
        let years = table["saleYear"].numbers
        if Set(years).count > 1 {
            show(
                Chart("When the sales were", x: "year", y: "sales") {
                    Histogram(years, bins: 24, range: 1989...2013, colour: .blue)
                }, "Sales of each year, \(dataName)")
        }

        // The book keeps those after 2004 for training. The validation rows stay as they are:
        let recent = sales.data.splits.train.indices.filter { years[sales.data.splits.train[$0]] > 2004 }
        // #hide
        if recent.count == sales.y.count {
            return show("All training rows of \(dataName) are later than 2004: there is nothing to leave out.")
        }
        let fewer = NumberedSales(
            sales.data, sales.x.rows(recent), recent.map { sales.y[$0] }, sales.validX, sales.validY)
        let seeds = run.size(quick: 1, usual: 3, full: 5)
        record("years/share-of-training-rows-after-2004", Double(recent.count) / Double(sales.y.count))
        var random = run.random
        record(
            "years/train-rmse-after-2004", try rf(fewer, using: &random).rootMeanSquaredError(fewer.x, fewer.y),
            book: 0.17768, differs: try lessThanAll)
        let (all, some) = (try validErrors(of: sales, seeds), try validErrors(of: fewer, seeds))
        record("years/valid-rmse-all-years", over: all, book: 0.231307, differs: try lessThanAll)
        record("years/valid-rmse-after-2004", over: some, book: 0.230631, differs: try lessThanAll)
        let isBetter = Spread(some).mean < Spread(all).mean
        show(
            isBetter, "without old sales the error is smaller",
            predict: .yesNo("Does a forest become better without the sales before 2005?", isBetter))

        // The book gains 0.0007 by it, less than what chance does to a forest. Old sales may mislead, and fewer rows
        // are a loss in any case; which of the two counts more, only the experiment says.

        // Two columns name the model of a machine, ModelID and fiModelDesc, with more than 5000 levels each. One of
        // them might do, says the book. Its code drops a third column, fiModelDescriptor, which has 140 levels and is
        // no double of theirs. Here are both: what its code does, and what its text means, without ModelID:
        if fewer.x.names.contains("fiModelDescriptor") {
            let model = try validErrors(of: fewer.dropping(["fiModelDescriptor"]), seeds)
            record(
                "years/valid-rmse-also-without-fi-model-descriptor", over: model, book: 0.230642,
                differs: try lessThanAll)
        } else {
            show("fiModelDescriptor is not among the columns that are left in this run.")
        }
        record("years/valid-rmse-also-without-model-id", over: try validErrors(of: fewer.dropping(["ModelID"]), seeds))
    }

    func numberOfAnotherModel() throws {
        // The last forest of the book has one more number, 0.176706 on the training rows. It is not its own: the line
        // that printed it asked the forest before, `m`, where it meant `m2`. In Python nothing complains, because a
        // model takes columns by their places, and two columns that have changed their places are still columns. Here
        // is the slip, with two forests that differ in what they were given to learn from: all columns, and all but the
        // most important one. The error that is printed for the second is asked of the first:
        var random = run.random
        let sales = try timelessSales
        let most = try finalForest.rankedImportances.first { sales.x.names.contains($0.name) }!.name
        let fewer = try sales.dropping([most])
        let (old, new) = (try rf(sales, using: &random), try rf(fewer, using: &random))
        let stale = try old.rootMeanSquaredError(sales.x, sales.y)
        let own = try new.rootMeanSquaredError(fewer.x, fewer.y)
        var table = TextTable(["asked", "train rmse"], decimals: 4)
        table.add("the old forest, by mistake", stale)
        table.add("the new forest, without \(most)", own)
        show(
            table, "The same line with the old name and with the new one, \(dataName)",
            predict: .yesNo(
                "The new forest lacks the most important column. Does the mistake make it look better than it is?",
                stale < own))

        // The wrong number is a plausible one, and so nobody sees it. A forest of this library learns the names of its
        // columns with them, and refuses a table that lacks one:
        do {
            _ = try old.predict(fewer.validX)
            show("the old forest accepts the new table")
        } catch {
            show("\(error)")
        }
    }
}
