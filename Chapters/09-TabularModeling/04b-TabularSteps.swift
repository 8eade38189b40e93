// # Three steps that prepare a table
//
// Section 9.4 · After this page you can turn texts and gaps into numbers, and know what may be learned from which rows.

import Figures
import Notebook
import Tabular
import Tensors

// A model wants numbers in every cell. What was done to photos in earlier chapters was done anew in every epoch, a bit
// differently each time. For a table there is no reason for that: once will do, when the table comes in. The book's
// library calls such a step a *TabularProc*. There are three of them, and each learns something from the training rows
// first:
//
//     FillMissing    the median of each column; what is missing becomes the median, and a new column says where
//     Categorify     the levels of each column; a text becomes the number of its level, and 0 is what is missing
//     Normalize      mean and standard deviation; for nets, later

extension TabularModeling {
    func gapsAndLevels() throws {
        // By hand, on a small table of four training rows:
        let train = DataFrame(["size": ["Small", "Large", nil, "Small"], "hours": [1200, nil, 300, 8000]])
        let fill = FillMissing(train, ["hours"])
        let median = fill.medians[0]
        show(
            median, "the median of the hours",
            predict: .number("The hours are 1200, 300 and 8000, and one is missing. What is filled in?", median))
        show(try fill(train), "Nothing is missing any more, and the table remembers where it was")

        let levels = Categorify(try fill(train), ["size", "hours_na"])
        show(levels.classes("size")!.joined(separator: ", "), "the levels of the size, by their numbers from 0")
        let codes = try levels(train.selecting(["size"]).appending(DataFrame(["size": ["Mini"]])), only: ["size"])
        show(
            codes, "Small, Large, missing, Small, and Mini, which no training row has",
            predict: .numbers("Levels are sorted, and begin with 1. What are the numbers of these five?", codes))

        // The levels are in alphabetical order. (The book's text says in the order in which they appear; the codes that
        // it prints are alphabetical: Alabama 1, New York 32, North Carolina 33.) A column with an order of its own
        // keeps it.
        let sized = DataFrame([("size", train["size"].asCategory(order: ["Small", "Large"]))])
        show(
            Categorify(sized, ["size"]).classes("size")!.joined(separator: ", "),
            "the same levels in an order of their own")

        // Mini is 0, the number of what is missing: nothing was learned about it, so nothing can be said. Medians and
        // levels must come from training rows alone. Otherwise the model would know something about the rows that it is
        // going to be judged by.
    }

    func continuousOrNot() throws {
        // Which column gets which step? Fractions are continuous, and so are whole numbers with more than `maxCard`
        // different values; the rest are categories. (The book's `cont_cat_split`, which it calls with 1.)
        let table = try datedSales
        let (continuous, categorical) = table.contCatSplit(maxCard: 1, dependent: ["SalePrice"])
        record("columns/continuous", continuous.count, book: 14, differs: try lessThanAll)
        record("columns/categorical", categorical.count, book: 50, differs: try lessThanAll)
        show(continuous.joined(separator: ", "), "continuous columns of \(dataName)")
        let few = table.contCatSplit(maxCard: 100, dependent: ["SalePrice"]).continuous
        show(
            few.count < continuous.count, "fewer columns are continuous if 100 different numbers can still be names",
            predict: .yesNo(
                "With maxCard 100 instead of 1, are fewer columns continuous?", few.count < continuous.count))
    }
}

// MARK: Helpers

extension Categorify {
    /// The numbers of the levels of a single column.
    fileprivate func callAsFunction(_ frame: DataFrame, only names: [String]) throws -> [Int] {
        let classes = classes(names[0])!
        return frame[names[0]].strings.map { text in text.flatMap { classes.firstIndex(of: $0) } ?? 0 }
    }
}
