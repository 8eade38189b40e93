// # What the columns are
//
// Section 9.3 · After this page you know what is in 53 columns, and that a missing value may say more than others.

import Figures
import Notebook
import Tabular
import Tensors

extension TabularModeling {
    func typesOfColumns() throws {
        // The types of the columns, and how many columns have each:
        let table = try sales
        let overview = table.overview()
        show(overview.valueCounts("type"), "Types of columns in \(dataName)")
        let texts = overview[overview["type"] == "text"].rowCount
        record("sales/columns-of-text", texts, book: 44, differs: "the book counts them when dates are parsed")
        show(overview.sorted(by: "different", descending: true).head(10), "The columns with the most different values")

        // The number of a sale is different in every row, and cannot say anything about other sales. Or can it? (It
        // can: section 9.7 finds out what it says.)
    }

    func whatIsMissing() throws {
        // What is missing, the most first:
        let table = try sales
        let missing = table.missingCounts().sorted(by: "missing", descending: true)
        let shares = missing["missing"].numbers.map { $0 / Double(table.rowCount) }
        let empty = Double(shares.count { $0 > 0.5 }) / Double(shares.count)
        show(
            Chart("Most columns are empty for most machines", x: "column, sorted", y: "share that is missing") {
                Line(shares)
            }, "What is missing in \(dataName)",
            predict: .share(
                "In which share of the columns is more than half missing?", empty, within: .plusMinus(0.15)))

        // There is a reason. Nobody has forgotten the blade of a backhoe loader: it has none. For a single column, by
        // group of products:
        var sizes = table
        sizes["is missing"] = Column(table["Coupler_System"].isMissing.values.map { $0 ? "missing" : "there" })
        show(
            sizes.crosstab(rows: "ProductGroup", columns: "is missing"),
            "Where `Coupler_System` is missing in \(dataName)")

        // So the question whether this field is filled is the question whether the machine is of some few kinds, which
        // are the cheap ones. Keep that in mind for the first question of the first tree.
        let (with, without) = (table[!table["Coupler_System"].isMissing], table[table["Coupler_System"].isMissing])
        var prices = TextTable(["Coupler_System", "sales", "mean price"], decimals: 0)
        prices.add("there", with.rowCount, with["SalePrice"].mean)
        prices.add("missing", without.rowCount, without["SalePrice"].mean)
        show(
            prices, "Prices with and without `Coupler_System` in \(dataName)",
            predict: .choice(
                "Which machines are dearer: those with the field filled, or those where it is missing?",
                ["filled", "missing"],
                answer: with["SalePrice"].mean > without["SalePrice"].mean ? "filled" : "missing"))
    }
}
