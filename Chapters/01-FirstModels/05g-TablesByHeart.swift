// # Overfitting is not only a matter of nets
//
// Section 1.5 · After this page you know that any model that is free enough learns by heart, also one of tables.

import Common
import Figures
import Notebook
import Tabular
import Tensors

// A *decision tree* asks one question after the other about the row of a table, and says at last what was true of the
// rows that gave the same answers (chapter 9). Each end of such a way of questions is a *leaf*, and the more leaves it
// may have, the finer it asks. Here is a table that we know all about, since we have made it. Each row is a person with
// eight numbers. Whoever has the first two above a half buys; so far the truth. Then one in five changes their mind. So
// even somebody who knows all that can be known is right in 4 of 5 cases and no more.

/// A table of made-up people, and whether each of them buys.
struct MadeUpBuyers {
    let features: Features
    let buys: [Double]

    init(_ count: Int, using random: inout SplitMix64) throws {
        let columns = (0..<8).map { _ in (0..<count).map { _ in Float.random(in: 0..<1, using: &random) } }
        features = try Features((1...8).map { "number \($0)" }, columns)
        buys = (0..<count).map { row in
            let isInclined = columns[0][row] > 0.5 && columns[1][row] > 0.5
            return isInclined != (Double.random(in: 0..<1, using: &random) < 0.2) ? 1 : 0
        }
    }

    /// The share of rows that a tree gets right.
    func accuracy(_ tree: DecisionTree) throws -> Double {
        let said = try tree.predict(features)
        return Double(zip(said, buys).count { ($0 > 0.5) == ($1 > 0.5) }) / Double(buys.count)
    }
}

extension FirstModels {
    func leavesUntilAllIsKnown() throws {
        let leaves = [1, 2, 3, 4, 8, 16, 32, 64, 128]
        let seeds = run.size(quick: 1, usual: 5)
        let all = try run.overSeedsAtOnce(seeds) { random -> [[Double]] in
            let (train, valid) = (try MadeUpBuyers(400, using: &random), try MadeUpBuyers(1000, using: &random))
            return try leaves.map { count in
                let tree = try DecisionTree(train.features, train.buys, maxLeaves: count)
                return [try train.accuracy(tree), try valid.accuracy(tree)]
            }
        }
        // The average of all tables:
        func average(_ column: Int) -> [Double] {
            leaves.indices.map { place in all.reduce(0) { $0 + $1[place][column] } / Double(all.count) }
        }
        let (train, valid) = (average(0), average(1))
        let best = valid.indices.max { valid[$0] < valid[$1] }!
        show(
            Chart("A tree that asks too much", x: "leaves", y: "right", yLimits: 0.5...1, xScale: .logarithmic) {
                Line(leaves, train, "400 rows learned from", colour: .grey)
                Line(leaves, valid, "1,000 other rows", colour: .vermilion)
                Rule(y: 0.8, "all that can be known")
            }, "Made-up buyers; the mean of \(counted(seeds, "table"))",
            predict: .choice(
                "With how many leaves is the tree best on other rows?", ["4 leaves", "32 leaves", "128 leaves"],
                answer: best <= 4 ? "4 leaves" : best <= 6 ? "32 leaves" : "128 leaves"))
        record("tables/right-on-rows-learned-from", train.last!)
        record("tables/right-on-other-rows-at-the-end", valid.last!)
        record("tables/right-on-other-rows-at-best", valid[best])

        // The same picture a third time: a polynomial, a net, a tree. What they have in common is that they were free
        // to fit what does not come back. Whether it comes back can be seen only with data that were not used.
    }
}
