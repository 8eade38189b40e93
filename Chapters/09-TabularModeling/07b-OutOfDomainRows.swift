// # Which set is it from?
//
// Section 9.7 · After this page you can find the columns in which later rows differ from earlier ones, and try to do
// without.

import Figures
import Notebook
import Tabular
import Tensors

// Which columns are beyond the end? One can ask a forest. Put the training rows and the validation rows into one table,
// and let it learn which of them a row is from: 0 for training, 1 for validation. If it could not tell, both would be
// alike. The columns that help it are those that differ. `domainForest` does this:

/// A forest that says whether a row is one to be judged by. (The book's `is_valid`.)
public func domainForest(_ sales: NumberedSales, trees: Int, using random: inout SplitMix64) throws -> RandomForest {
    let isValid = sales.y.map { _ in 0.0 } + sales.validY.map { _ in 1.0 }
    return try RandomForest(
        sales.x.stacked(on: sales.validX), isValid, trees: trees, samples: 200_000, columnShare: 0.5, minLeafSize: 5,
        using: &random)
}

extension TabularModeling {
    func whichSetIsItFrom() throws {
        let sales = try finalSales
        let forests = try run.overSeeds(run.size(quick: 1, usual: 3, full: 5)) { random in
            try domainForest(sales, trees: run.size(quick: 10, usual: 40), using: &random)
        }
        let ranked = forests[0].rankedImportances
        show(
            Array(ranked.prefix(6)).bars(title: "What tells later sales?", label: "importance"),
            "Importances for being a validation row, \(dataName)",
            predict: .choice(
                "Which column tells best from which set a row is?", Array(ranked.prefix(4)).map(\.name).sorted(),
                answer: ranked[0].name))
        let book = [
            "saleElapsed": 0.859446, "SalesID": 0.119325, "MachineID": 0.014259, "YearMade": 0.001793,
            "fiModelDesc": 0.001740, "Enclosure": 0.000657,
        ]
        for name in ranked.prefix(6).map(\.name) {
            let place = sales.x.names.firstIndex(of: name)!
            record(
                "domain/importance-of-\(slug(name))", over: forests.map { $0.importances[place] }, book: book[name],
                differs: try lessThanAll)
        }

        // In the book these are saleElapsed (0.86), SalesID (0.12) and MachineID (0.01). The first says when a sale
        // was. The other two are numbers that are given out in turn, so they say it too, and say nothing else of use.
        // #hide
        if !sales.x.names.contains("saleElapsed") {
            show(
                "In \(dataName) it is different: all sales are of a few months, saleElapsed was not important enough "
                    + "to stay, and \(ranked[0].name) tells most.")
        }
    }

    func withoutEachInTurn() throws {
        // Does the model need them? Leave out each in turn, and then both numbers together:
        let sales = try finalSales
        let identifiers = ["SalesID", "MachineID"]
        let without = [[], ["SalesID"], ["saleElapsed"], ["MachineID"], identifiers].filter { names in
            names.allSatisfy(sales.x.names.contains)
        }
        let book = [
            "none": 0.232795, "SalesID": 0.23109, "saleElapsed": 0.236221, "MachineID": 0.233492,
            "SalesID, MachineID": 0.231307,
        ]
        var table = TextTable(["without", "valid rmse", "valid rmse, book"], decimals: 4)
        for names in without {
            let fewer = try sales.dropping(names)
            let errors = try run.overSeeds(run.size(quick: 1, usual: 3, full: 5)) { random in
                try rf(fewer, using: &random).rootMeanSquaredError(fewer.validX, fewer.validY)
            }
            let name = names.isEmpty ? "none" : names.joined(separator: ", ")
            table.add(name, Spread(errors), book[name])
        }
        show(table, "The book's forest without columns that tell the time, \(dataName)")

        // The book's errors are of one forest each, and by chance alone two of them differ by 0.001 (section 9.5), so
        // most of the differences in the last column say little. A model that does as well without the identifiers is
        // the better one: they will be larger next year.
    }
}
