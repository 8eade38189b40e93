// # How many trees?
//
// Section 9.5 · After this page you can see from one forest whether it has enough trees.

import Figures
import Foundation
import Notebook
import Tabular
import Tensors

extension TabularModeling {
    func eachTreeByItself() throws {
        // What does each tree say by itself? A row of numbers for each of them (the book's `preds`):
        let (sales, forest) = (try mended, try theForest)
        let all = try forest.predictions(sales.validX)
        show(
            [all.count, all[0].count], "shape of the trees' predictions",
            predict: .shape(
                "\(forest.trees.count) trees predict \(sales.validY.count) rows. Which shape has that?",
                [all.count, all[0].count]))

        // The forest predicts the mean over the trees. That is how it is defined, so both errors are the same:
        let means = (0..<sales.validY.count).map { row in all.reduce(0) { $0 + $1[row] } / Double(all.count) }
        let difference = zip(means, try forest.predict(sales.validX)).map { abs($0 - $1) }.max()!
        show(difference < 1e-9, "the mean over the trees is what the forest predicts")
        record(
            "forest/valid-rmse-of-the-mean-of-the-trees", rootMeanSquaredError(means, sales.validY), book: 0.233502,
            differs: try lessThanAll)

        // So the error of the first tree, of the first two, of the first three … is to be had without any new training:
        var (sums, errors) = ([Double](repeating: 0, count: sales.validY.count), [Double]())
        for (number, tree) in all.enumerated() {
            for row in sums.indices { sums[row] += tree[row] }
            errors.append(rootMeanSquaredError(sums.map { $0 / Double(number + 1) }, sales.validY))
        }
        show(
            Chart("The first ten trees do most of it", x: "trees", y: "validation rmse") {
                Line(1...errors.count, errors, colour: .blue)
            }, "Error of the first trees of a forest, \(dataName)")
        let late = errors[errors.count * 3 / 4 - 1] - errors.last!
        record("forest/what-the-last-quarter-of-the-trees-gains", late)
        show(
            (errors[0] - errors[errors.count / 2]) > 10 * abs(late),
            "the first half of the trees gains more than ten times as much as the last quarter",
            predict: .yesNo(
                "Does the first half of the trees gain more than ten times as much as the last quarter?",
                (errors[0] - errors[errors.count / 2]) > 10 * abs(late)))
    }
}

// Can there be too many? A second look, at something smaller: rows with 25 columns, of which 15 say something, and two
// classes, 0 and 1. (The book's figure 9-7 is from scikit-learn's documentation, and has such data.) `twoClasses` makes
// them. The class is 1 if a sum of 15 columns, and of some of their products, is above zero:

/// Rows of 25 columns, 15 of which decide about the class.
func twoClasses(_ count: Int, using random: inout SplitMix64) throws -> (x: Features, y: [Double]) {
    let x = Tensor.randn(count, 25, using: &random)
    let rows = (0..<count).map { x[$0].scalars }
    let y = rows.map { row -> Double in
        let sum = row[..<15].reduce(0, +) + 2 * row[0] * row[1] + 2 * row[2] * row[3] + 2 * row[4] * row[5]
        return sum > 0 ? 1 : 0
    }
    return (try Features(x), y)
}

extension TabularModeling {
    func moreTreesFewerColumns() throws {
        // A forest learns from 500 such rows. If it predicts 0.7, it says: class 1. How often is it wrong, on rows that
        // it has not seen? (In the book's figure, on rows out of the bag, which the next page explains.)
        var random = run.random
        let (x, y) = try Chapter09.twoClasses(500, using: &random)
        let (testX, testY) = try Chapter09.twoClasses(run.size(quick: 200, usual: 4000), using: &random)
        let counts = run.size(quick: [5, 10], usual: [5, 10, 15, 30, 50, 75, 100, 150])
        let repeats = run.size(quick: 1, usual: 3)
        let shares = [("1 column", 0.04), ("5 columns, about √25", 0.2), ("all 25", 1.0)]
        var lines: [(name: String, errors: [Double])] = []
        for (name, share) in shares {
            var sums = [Double](repeating: 0, count: counts.count)
            for _ in 0..<repeats {
                let forest = try RandomForest(
                    x, y, trees: counts.last!, columnShare: share, outOfBag: false, using: &random)
                let trees = try forest.predictions(testX)
                for (place, count) in counts.enumerated() {
                    sums[place] += errorRate(of: Array(trees.prefix(count)), testY) / Double(repeats)
                }
            }
            lines.append((name, sums))
        }
        show(
            Chart("More trees never hurt", x: "trees", y: "share of wrong classes") {
                for (line, colour) in zip(lines, [Colour.orange, .blue, .grey]) {
                    Line(counts, line.errors, line.name, colour: colour)
                }
            }, "Errors of forests on generated rows of two classes")
        let best = lines.map { $0.errors.last! }
        show(
            shares[best.indices.min { best[$0] < best[$1] }!].0,
            "with the most trees, these columns per question are best",
            predict: .choice(
                "Of 25 columns, how many should a tree look at for each question, if there are many trees?",
                shares.map(\.0), answer: shares[best.indices.min { best[$0] < best[$1] }!].0))
        record("two-classes/error-with-all-columns", best[2])
        record("two-classes/error-with-5-columns", best[1])
        record(
            "two-classes/error-of-always-saying-the-same",
            Double(min(testY.reduce(0, +), Double(testY.count) - testY.reduce(0, +))) / Double(testY.count))

        // With few columns per question, the single tree is worse, but the trees differ more, and their mean is better.
        // And the curves do not turn up again: each new tree is one more opinion, and does not know of the others. A
        // forest does not overfit by having too many trees. It only takes longer.
    }
}

// MARK: Helpers

/// How often the mean of some trees is on the wrong side of one half.
private func errorRate(of trees: [[Double]], _ y: [Double]) -> Double {
    let wrong = y.indices.count { row in
        let mean = trees.reduce(0) { $0 + $1[row] } / Double(trees.count)
        return (mean > 0.5 ? 1 : 0) != y[row]
    }
    return Double(wrong) / Double(y.count)
}
