// # A look at the sales
//
// Section 9.3 · After this page you can read a table, look at it, and ask it the first questions.

import Common
import Datasets
import Figures
import Notebook
import Tabular
import Tensors

// A table of machines that were sold, one in each row. Four columns are what everything turns on:
//
//     SalesID       the number of the sale
//     MachineID     the number of the machine, which may be sold more than once
//     SalePrice     what it went for, in dollars; this is to be predicted
//     saledate      when

extension TabularModeling {
    func firstLook() throws {
        // #hide
        if !source.isBooks {
            let isReal = source.name == "bluebook"
            show(
                isReal
                    ? "This run has those 11,573 of the sales that may be passed on: January to April 2012."
                    : "This run has \(dataName) in place of the book's 401,125 sales and 11,573 more.")
        }
        // `DataFrame` is the table, and reads it from a file (pandas has given both their names). Printed, it shows its
        // ends:
        let table = try sales
        show(table, "The first and the last sales of \(dataName)")
        record("sales/rows", table.rowCount, book: 412_698, differs: try lessThanAll)
        record("sales/columns", table.columnCount, book: 53)

        // A column by its name, a row and a cell by their places, rows by a condition:
        show(table["SalePrice"], "the prices")
        show("\(table[0]["state"]), \(table[0, 9])", "the state and the tenth column of the first row")
        let dear = table[table["SalePrice"] > 100_000]
        show(
            dear.rowCount, "sales above 100,000 dollars",
            predict: .change(
                "Compared with the sales above 100,000 dollars, are those below 10,000 more or fewer?",
                from: Double(dear.rowCount), to: Double(table[table["SalePrice"] < 10_000].rowCount)))

        // Machines are sold again and again:
        let machines = Double(table["MachineID"].uniqueCount) / Double(table.rowCount)
        show(
            fixed(machines, 3), "different machines for each sale in \(dataName)",
            predict: .share(
                "If no machine were sold twice, this would be 1. What is it?", machines, within: .plusMinus(0.1)))

        // And what do they cost? The mean by groups of products, the groups with the most sales first:
        let groups = table.grouped(by: "ProductGroupDesc")
            .aggregated([("SalePrice", .count), ("SalePrice", .mean), ("SalePrice", .median)])
        show(groups.sorted(by: "SalePrice count", descending: true), "Prices by group of products in \(dataName)")
    }
}
