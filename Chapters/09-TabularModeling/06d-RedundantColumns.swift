// # Columns that say the same
//
// Section 9.6 · After this page you can find columns that repeat each other, and test which of them can go.

import Common
import Figures
import Foundation
import Notebook
import Tabular
import Tensors

extension TabularModeling {
    func ranksOfColumns() throws {
        // When do two columns say the same? A tree sees only the order of values. So what counts is whether both put
        // the rows in the same order, not whether one is a multiple of the other. Ten numbers, and their third powers:
        let numbers = (1...10).map(Float.init)
        let x = try Features(
            ["x", "x³", "ranks of x³"], [numbers, numbers.map { $0 * $0 * $0 }, ranks(numbers).map(Float.init)])
        let plain = correlation(x.columns[0].map(Double.init), x.columns[1].map(Double.init))
        show(fixed(plain, 3), "correlation of x and x³")
        show(
            x.rankCorrelations[0][1], "correlation of their ranks",
            predict: .number("The same numbers as ranks, from the smallest to the largest: what is the correlation?", 1)
        )

        // Replacing values by their ranks and taking the correlation of these: that is *Spearman's* correlation (1904).
        // 1 minus it is a distance: 0 for columns that put the rows in the same order, 1 for columns that have nothing
        // to do with each other.
    }

    func columnsThatSayTheSame() throws {
        // What is near is brought together, step by step. At first, each column is a group of its own. The two nearest
        // groups become one, again and again, until all are one; the distance of two groups is the mean of the
        // distances of all pairs of their columns. The picture of it is a *dendrogram*. Columns are at the right, and
        // two lines meet where their groups have become one: the farther to the right, the nearer they are. (The book's
        // `cluster_columns`.)
        let sales = try importantSales
        var tree = sales.x.clusters
        tree.title = "What meets early says the same"
        tree.near = 0.1
        show(tree, "Columns by the correlation of their ranks, \(dataName)")
        let pairs = sales.x.clusters.merges.filter {
            max($0.first, $0.second) < sales.x.names.count && $0.distance < 0.1
        }
        let names = pairs.map { "\(sales.x.names[$0.first]) and \(sales.x.names[$0.second])" }
        show(
            names.isEmpty ? "none" : names.joined(separator: "; "), "pairs of columns with a distance below 0.1")

        // The book finds three such pairs: the group of products and its description, the year and the seconds of the
        // sale, and the description of the model and its first part.
    }

    // Whether a column can go is a question for a forest. It need not be the best one, only quick, since it is asked
    // many times. `outOfBagScore` trains a small one and says how much of the variance it explains out of the bag: 1
    // would be all, 0 nothing. (The book's `get_oob`.)

    /// R² out of the bag of a small forest.
    func outOfBagScore(_ sales: NumberedSales, using random: inout SplitMix64) throws -> Double {
        try RandomForest(
            sales.x, sales.y, trees: run.size(quick: 10, usual: 40), samples: 50_000, columnShare: 0.5,
            minLeafSize: 15, using: &random
        ).outOfBag!.rSquared
    }

    func withoutOneOfThem() throws {
        // Without each of the columns that the book suspects, one after the other, and then without four of them. How
        // much is a change? Compare it with what chance does: the forest of all columns has several seeds.
        let sales = try importantSales
        let suspects: [(name: String, book: Double)] = [
            ("saleYear", 0.8760), ("saleElapsed", 0.8728),
            ("ProductGroupDesc", 0.8779), ("ProductGroup", 0.8773),
            ("fiModelDesc", 0.8756), ("fiBaseModel", 0.8765),
            ("Hydraulics_Flow", 0.8779), ("Grouser_Tracks", 0.8774),
            ("Coupler_System", 0.8778),
        ]
        var random = run.random
        let all = try run.overSeeds(run.size(quick: 2, usual: 5)) { try outOfBagScore(sales, using: &$0) }
        record("score/of-all-that-are-kept", over: all, book: 0.8771, differs: try lessThanAll)
        let baseline = Spread(all).mean
        var table = TextTable(["without", "R² out of the bag", "change"], decimals: 4)
        table.add("none", Spread(all), "")
        for (name, book) in suspects where sales.x.names.contains(name) {
            let score = try outOfBagScore(sales.dropping([name]), using: &random)
            record("score/without-\(slug(name))", score, book: book, differs: try lessThanAll)
            table.add(name, score, score - baseline)
        }
        let four = try outOfBagScore(finalSales, using: &random)
        record("score/without-four-of-them", four, book: 0.8740, differs: try lessThanAll)
        table.add("four of them", four, four - baseline)
        show(table, "What is lost without a column, \(dataName)")
        show(
            baseline - four < 0.02, "less than 0.02 is lost without the four",
            predict: .yesNo(
                "\(redundantColumns.joined(separator: ", ")) go at once, as far as they were kept. Is less "
                    + "than 0.02 of R² lost?",
                baseline - four < 0.02))

        // So they go. What is left is what the rest of this section and the next work with (the book's `xs_final`):
        let (final, forest) = (try finalSales, try finalForest)
        record("final-columns/number", final.x.names.count, book: 17, differs: try lessThanAll)
        record(
            "final-columns/train-rmse", try forest.rootMeanSquaredError(final.x, final.y), book: 0.183263,
            differs: try lessThanAll)
        record(
            "final-columns/valid-rmse", try forest.rootMeanSquaredError(final.validX, final.validY), book: 0.233846,
            differs: try lessThanAll)
    }
}
