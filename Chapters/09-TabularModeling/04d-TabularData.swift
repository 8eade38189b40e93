// # Ready to learn from
//
// Section 9.4 · After this page you have the table as numbers, can read it as a person, and can keep it in a file.

import Figures
import Foundation
import Notebook
import Tabular
import Tensors

// `TabularData` takes a table, the steps, the names of the columns and the division of the rows, and does all of it.
// (The book's `TabularPandas`.)

extension TabularModeling {
    /// The sales as numbers, divided by the book's rule; by time where that leaves nothing to judge by. (The book's
    /// `to`.)
    var prepared: TabularData {
        get throws {
            try run.once {
                let table = try datedSales
                let split = table.contCatSplit(maxCard: 1, dependent: ["SalePrice"])
                let book = bookSplit(table)
                return try TabularData(
                    table, flags: .everywhere, categorical: split.categorical, continuous: split.continuous,
                    target: "SalePrice", splits: book.valid.isEmpty ? latestSplit(table, share: 0.05) : book)
            }
        }
    }

    func readyToLearn() throws {
        let data = try prepared
        let some = ["state", "ProductGroup", "Drive_System", "Enclosure", "SalePrice"]
        show(data.shown(3).selecting(some), "For people: the first three rows of \(dataName)")
        show(data.items(3).selecting(some), "The same rows for a model")
        let classes = data.classes("ProductSize")
        show(classes.joined(separator: ", "), "the levels of `ProductSize`, by their numbers from 0")
        record(
            "levels/of-product-size", classes.count, book: 7,
            ask: "Six sizes, and some are missing: how many levels is that?")

        // How many columns are there now? The book's table has 78. Of these, 14 say where a number was missing, one for
        // each column of numbers, whether anything is missing in it or not. That is how the library did it then
        // (`flags: .everywhere` here); later versions flag only columns with gaps:
        record("columns/as-numbers", data.train.names.count, book: 78, differs: try lessThanAll)
        let table = try datedSales
        let gaps = data.recipe.continuous.filter { table[$0].missingCount > 0 }
        show(gaps.joined(separator: ", "), "continuous columns with gaps in \(dataName)")
    }

    func keptInAFile() throws {
        // All of this takes a while for a large table, so the result is kept. In Python that is a *pickle*: nearly any
        // object can be written to a file and read back. A pickle is a program, though, which runs when it is read. Our
        // file has numbers and a description, and is checked before it is used:
        let data = try prepared
        let file = FileManager.default.temporaryDirectory.appending(path: "groundup-\(UUID()).safetensors")
        defer { try? FileManager.default.removeItem(at: file) }
        try data.save(to: file)
        let again = try TabularData(saved: file)
        show(
            again == data, "what is read back is what was written",
            predict: .yesNo("Saved and read back: are rows, levels, medians and splits the same?", again == data))
    }
}
