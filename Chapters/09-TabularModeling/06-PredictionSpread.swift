// # How sure is it?
//
// Section 9.6 · After this page you can say which predictions of a forest to trust, and have checked it.

import Figures
import Foundation
import Notebook
import Tabular
import Tensors

// A prediction alone is not enough to bid at an auction. There are five questions that one can ask of a forest, and
// this section asks all of them:
//
// - How sure is it of the prediction for this row?
// - What made it predict this for this row?
// - Which columns say most, and which can be left out?
// - Which columns say the same?
// - How do predictions change when one column does?

extension TabularModeling {
    func howSure() throws {
        // The first answer is nearly free. If forty trees that have learned from different rows say the same about a
        // machine, it is one of those that they know. The standard deviation of what they say, for the first five
        // validation rows (the book's `preds_std`):
        let (sales, forest) = (try mended, try theForest)
        let spread = try forest.spread(sales.validX)
        let books = [0.2153, 0.1035, 0.0890, 0.2837, 0.1198]
        for (row, book) in books.enumerated() {
            record("spread/of-validation-row-\(row)", spread[row], book: book, differs: try lessThanAll)
        }
        show(
            Chart("Some machines are well known", x: "standard deviation of the trees' predictions", y: "rows") {
                Histogram(spread, bins: 30)
            }, "How much the trees disagree, \(dataName)")
    }

    func spreadAndError() throws {
        // Does it mean anything? A forest that is unsure should also be wrong more often. Sort the validation rows by
        // the spread, cut them into ten groups of the same size, and look at how large the errors in each group are:
        let (sales, forest) = (try mended, try theForest)
        let (spread, guesses) = (try forest.spread(sales.validX), try forest.predict(sales.validX))
        let order = spread.indices.sorted { spread[$0] < spread[$1] }
        let groups = (0..<10).map { Array(order[$0 * order.count / 10..<($0 + 1) * order.count / 10]) }
        let means = groups.map { $0.reduce(0) { $0 + spread[$1] } / Double($0.count) }
        let errors = groups.map { rows in
            rootMeanSquaredError(rows.map { guesses[$0] }, rows.map { sales.validY[$0] })
        }
        show(
            Chart(
                "Where the trees disagree, they are wrong", x: "spread of the trees", y: "rmse",
                yLimits: 0...(errors.max()! * 1.1)
            ) {
                Points(means, errors, "a tenth of the rows", colour: .blue)
                Line([0, means.last!], [0, means.last!], "error = spread", colour: .grey, dashed: true)
            }, "Spread and error, ten groups of the validation rows, \(dataName)")
        let ratio = errors.last! / errors[0]
        record(
            "spread/error-of-the-most-unsure-tenth-over-that-of-the-surest", ratio,
            predict: .number(
                "The tenth of the rows where the trees disagree most, and that where they agree most: how "
                    + "many times larger "
                    + "is its error?", ratio, within: .percent(40)))

        // So the order is right: what is unsure is wrong more often. The sizes are another matter; the points do not
        // follow the line. The chance in every single sale, which no tree can know, adds to the error everywhere. And
        // where the trees disagree most, their mean is better than each of them. So the spread says *which* machines
        // somebody should look at before bidding, not how far off the price will be.
        let worst = Set(order.suffix(order.count / 20))
        let large = guesses.indices.sorted { abs(guesses[$0] - sales.validY[$0]) > abs(guesses[$1] - sales.validY[$1]) }
        let caught = large.prefix(order.count / 20).count { worst.contains($0) }
        let share = Double(caught) / Double(max(1, worst.count))
        record(
            "spread/share-of-the-worst-errors-among-the-most-unsure", share,
            predict: .share(
                "Somebody looks at the 5 % of the rows with the largest spread. Which share of the 5 % with "
                    + "the largest errors "
                    + "is among them?", share, within: .plusMinus(0.15)))
    }
}
