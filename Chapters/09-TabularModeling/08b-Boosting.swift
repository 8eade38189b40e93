// # Boosting: learning what is left
//
// Section 9.8 · After this page you can boost by hand, and say why the trees of a forest are averaged and these are
// added.

import Common
import Figures
import Foundation
import Notebook
import Tabular
import Tensors

// There is another way to make one model out of many trees. The trees of a forest are large, and each tries to predict
// the price. Those of *boosting* are small, too small to do so, and each one looks at what is still wrong:
//
// 1. Train a small model.
// 2. Predict the training rows with it, and take the *residuals*: target less prediction.
// 3. Train the next small model on the residuals, as if they were the targets.
// 4. Repeat, until there are enough models, or until the validation error becomes worse.
//
// To predict, *add up* what all of them say: the second one says by how much the first is wrong, and so on. With trees
// the method has many names: gradient boosting machines (GBM), gradient boosted decision trees (GBDT), and XGBoost, a
// library that is famous for it. The gradient in them is the residual: half the squared error (target − sum)² has the
// derivative −(target − sum) with respect to the sum. Adding a little of a model of the residuals is a step downhill.
//
// Usually only a share of each tree is added, the *learning rate*. `Boosting` is all of it:

/// Small trees, each of which learns what the ones before it have left.
public struct Boosting: Regressor {
    public let names: [String]
    /// What is predicted without any tree.
    public let start: Double
    public let rate: Double
    public private(set) var trees: [DecisionTree] = []

    public init(_ x: Features, _ y: [Double], trees count: Int, rate: Double = 1, depth: Int = 3) throws {
        (names, self.rate) = (x.names, rate)
        start = y.reduce(0, +) / Double(y.count)
        var sums = Array(repeating: start, count: y.count)
        for _ in 0..<count {
            let residuals = zip(y, sums).map { $0 - $1 }
            let tree = try DecisionTree(x, residuals, maxDepth: depth)
            for (row, more) in try tree.predict(x).enumerated() { sums[row] += rate * more }
            trees.append(tree)
        }
    }

    public func predict(_ x: Features) throws -> [Double] {
        let all = try trees.map { try $0.predict(x) }
        return (0..<x.count).map { row in all.reduce(start) { $0 + rate * $1[row] } }
    }
}

extension TabularModeling {
    func whatIsLeft() throws {
        // A wave with noise, and trees that ask a single question each. The mean of all is where it begins; here is
        // what the first trees learn from, and what they say about it (`noisyWave` makes the rows, sorted by x):
        var random = run.random
        let (x, y) = try noisyWave(120, using: &random)
        let model = try Boosting(x, y, trees: 100, rate: 1, depth: 1)
        var sums = Array(repeating: model.start, count: y.count)
        for (number, tree) in model.trees.prefix(3).enumerated() {
            let residuals = zip(y, sums).map { $0 - $1 }
            let said = try tree.predict(x)
            for row in sums.indices { sums[row] += said[row] }
            show(
                Chart("Tree \(number + 1) learns from what is left", x: "x", y: "residual", yLimits: -2...2) {
                    Points(x.columns[0], residuals, "residuals before it", colour: .grey)
                    Line(x.columns[0], said, "what the tree says", colour: .orange)
                }, "Residuals of a generated wave, and tree \(number + 1)")
        }

        // And the sums. Each tree is a single step, but the sum of a hundred steps is a curve:
        let stages = try [1, 3, 10, 100].map { try ($0, Boosting(x, y, trees: $0, rate: 1, depth: 1).predict(x)) }
        show(
            Chart("Steps add up to a curve", x: "x", y: "y") {
                Points(x.columns[0], y, "rows", colour: .grey)
                for ((count, sums), colour) in zip(stages, [Colour.orange, .green, .blue, .red]) {
                    Line(x.columns[0], sums, counted(count, "tree"), colour: colour)
                }
            }, "The sums of trees with two leaves, generated wave")

        // Each tree makes the error on the training rows smaller, or leaves it as it is: saying 0 is always possible.
        // In a forest one takes the mean. Would that work here?
        let all = try model.trees.map { try $0.predict(x) }
        let means = y.indices.map { row in model.start + all.reduce(0) { $0 + $1[row] } / Double(all.count) }
        let (added, averaged) = (try model.rootMeanSquaredError(x, y), rootMeanSquaredError(means, y))
        let mean = rootMeanSquaredError(Array(repeating: model.start, count: y.count), y)
        var table = TextTable(["", "train rmse"], decimals: 3)
        table.add("the mean of the targets", mean)
        table.add("what 100 trees say, averaged", averaged)
        table.add("what 100 trees say, added", added)
        show(
            table, "Two ways to use the trees of boosting, generated wave",
            predict: .yesNo(
                "100 boosted trees are averaged instead of added. Is the error less than half of that of the mean?",
                averaged < mean / 2))

        // The mean is nearly no prediction at all. The trees are no opinions about the same thing; each is the answer
        // to a question that the ones before it have left.
    }
}

// Now for sales. Boosting has to be tried with many settings, so all of that is done with some of the sales to learn
// from (`someSales`), and all rows to be judged by:

extension TabularModeling {
    /// Some of the final sales to learn from, with all that they are judged by.
    var someSales: NumberedSales {
        get throws {
            try run.once {
                let sales = try finalSales
                let count = run.size(quick: 300, usual: 4000, full: 40_000)
                let rows = evenly(count, of: sales.x.count)
                return NumberedSales(
                    sales.data, sales.x.rows(rows), rows.map { sales.y[$0] }, sales.validX, sales.validY)
            }
        }
    }

    func boostingOfTheLibrary() throws {
        // The engine's `GradientBoosting` does the same, but sorts the columns only once, and keeps the errors with 1,
        // 2, 3 … trees. Does it say the same as ours?
        let sales = try someSales
        let hand = try Boosting(sales.x, sales.y, trees: 10, rate: 0.5, depth: 3)
        let model = try GradientBoosting(sales.x, sales.y, trees: 10, learningRate: 0.5, maxDepth: 3)
        let (ours, theirs) = (try hand.predict(sales.validX), try model.predict(sales.validX))
        let difference = zip(ours, theirs).map { abs($0 - $1) }.max()!
        show(difference < 1e-9, "ours and that of the library predict the same")
        let leaves = model.trees.map(\.leafCount)
        show(
            leaves.max()!, "leaves of the largest tree",
            ask: "A tree asks at most three questions one after the other. How many leaves does the largest have?")
    }
}

// MARK: Helpers

/// Rows of a sine with noise, from 0 to 10.
func noisyWave(_ count: Int, using random: inout SplitMix64) throws -> (x: Features, y: [Double]) {
    let x = (0..<count).map { 10 * Float($0) / Float(count - 1) }
    let noise = Tensor.randn(count, using: &random).scalars
    return (try Features(["x"], [x]), zip(x, noise).map { Double(sin($0) + 0.3 * $1) })
}
