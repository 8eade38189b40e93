// # Fewer columns
//
// Section 9.6 · After this page you can throw away most columns of a table, and know what that costs.

import Figures
import Notebook
import Tabular

extension TabularModeling {
    func fewerColumns() throws {
        // Most columns matter hardly at all. Take those whose importance is above 0.005, and train again:
        let (all, some) = (try mended, try importantSales)
        record(
            "fewer-columns/kept", some.x.names.count, book: 21, differs: try lessThanAll,
            predict: .number(
                "Of \(all.x.names.count) columns, how many have an importance above 0.005?", Double(some.x.names.count),
                within: .plusMinus(6)))
        show(some.x.names.joined(separator: ", "), "the columns that are kept, the most important first")
        let seeds = run.size(quick: 2, usual: 3)
        let errors = try [all, some].map { sales in
            try run.overSeeds(seeds) { random in
                let forest = try rf(sales, using: &random)
                return (
                    try forest.rootMeanSquaredError(sales.x, sales.y),
                    try forest.rootMeanSquaredError(sales.validX, sales.validY)
                )
            }
        }
        record("fewer-columns/train-rmse", over: errors[1].map(\.0), book: 0.181208, differs: try lessThanAll)
        record("fewer-columns/valid-rmse", over: errors[1].map(\.1), book: 0.232323, differs: try lessThanAll)
        var table = TextTable(["columns", "train rmse", "valid rmse"], decimals: 4)
        for (sales, errors) in zip([all, some], errors) {
            table.add(sales.x.names.count, Spread(errors.map(\.0)), Spread(errors.map(\.1)))
        }
        let change = Spread(errors[1].map(\.1)).mean / Spread(errors[0].map(\.1)).mean - 1
        show(
            table, "Forests of all columns and of the important ones, \(dataName)",
            predict: .yesNo(
                "Does the validation error change by more than a tenth when most columns are left out?",
                abs(change) > 0.1))

        // A model of some twenty columns is easier to understand, to check, and to keep running: each column that it
        // needs must be there, and right, for years to come. That is worth more than a few thousandths of an error.
        //
        // And with fewer columns, one can look at all of them. The same chart again, for the new forest:
        var random = run.random
        let ranked = try rf(some, using: &random).rankedImportances
        show(
            ranked.bars(title: "What matters among what is kept", label: "share of what is gained"),
            "Importances in a forest of the columns that are kept, \(dataName)")
    }
}
