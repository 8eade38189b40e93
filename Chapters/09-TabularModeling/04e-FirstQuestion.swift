// # The first question, by hand
//
// Section 9.4 · After this page you can find the best question for a table yourself, and know what a library does
// faster.

import Common
import Figures
import Notebook
import Tabular

// A decision tree asks questions about one column at a time: is the number at most this? Which question is the best
// first one? In words:
//
// 1. Go through all columns.
// 2. For each column, go through all values where it can be cut in two.
// 3. Divide the rows: those up to that value, and those above.
// 4. Take the mean price of both groups as what the model would predict for them.
// 5. See how close the rows are to the mean of their group: add up the squares of the differences.
// 6. Keep the cut that leaves the smallest sum.
// 7. Do the same with each of the two groups, until there are few rows left.
//
// That is all. It can be written down as it is, in `bestQuestion`. Step 5 first:

/// The sum of the squared differences from the mean.
func squaredDifferences(_ numbers: [Double]) -> Double {
    let mean = numbers.reduce(0, +) / Double(numbers.count)
    return numbers.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
}

/// The cut of a table that leaves the smallest squared error, found by trying all of them.
func bestQuestion(_ x: Features, _ y: [Double]) -> (column: String, threshold: Float, error: Double)? {
    var best: (column: String, threshold: Float, error: Double)?
    for (name, column) in zip(x.names, x.columns) {
        let values = Set(column).sorted()
        for (value, next) in zip(values, values.dropFirst()) {
            let low = y.indices.filter { column[$0] <= value }.map { y[$0] }
            let high = y.indices.filter { column[$0] > value }.map { y[$0] }
            let error = squaredDifferences(low) + squaredDifferences(high)
            if error < (best?.error ?? .infinity) { best = (name, value / 2 + next / 2, error) }
        }
    }
    return best
}

extension TabularModeling {
    func firstQuestion() throws {
        // On some of the sales, since it takes its time: for each of all cuts it goes through all rows.
        let count = run.size(quick: 60, usual: 300, full: 1000)
        let all = try numbered
        let rows = evenly(count, of: all.x.count)
        let (x, y) = (all.x.rows(rows), rows.map { all.y[$0] })
        guard let found = bestQuestion(x, y) else { return show("No question divides these sales.") }
        show("\(found.column) ≤ \(found.threshold)", "the best first question for \(rows.count) sales")

        // The tree of the engine asks the same. It does not add up anything twice: it sorts every column once, and goes
        // through it from the smallest value to the largest, moving one row after the other from the right group to
        // the left.
        let root = try DecisionTree(x, y, maxLeaves: 2).nodes[0]
        show(
            "\(x.names[Int(root.column)]) ≤ \(root.threshold)", "the engine's first question",
            predict: .yesNo("Is it the same?", x.names[Int(root.column)] == found.column))
        let after = squaredDifferences(y) / Double(y.count) - found.error / Double(y.count)
        show(fixed(after, 4), "by so much the question makes the mean squared error smaller")
    }

    func greedyQuestions() throws {
        // The best first question need not begin the best tree. Whether a light is on may depend on two switches, and
        // on neither alone: it is on if they differ.
        let switches = try Features(["a", "b"], [[0, 0, 1, 1], [0, 1, 0, 1]])
        let isOn = [0.0, 1, 1, 0]
        let one = try DecisionTree(switches, isOn, maxLeaves: 2)
        show(
            try one.rootMeanSquaredError(switches, isOn), "error with one question",
            predict: .number(
                "The light is on for two of four positions. With one question, each group has one of them on. How "
                    + "large is the root mean squared error?", 0.5, within: .plusMinus(0.01)))
        let two = try DecisionTree(switches, isOn, maxDepth: 2)
        show(try two.rootMeanSquaredError(switches, isOn), "error with two questions, one after the other")

        // No first question gains anything. A rule that stops where nothing is gained would never find the second. So
        // the tree goes on as long as its rows differ.
        //
        // It gets worse if something else gains a little. A third switch is for another light, but is mostly on when
        // ours is:
        let three = try Features(
            ["a", "b", "c"], [[0, 0, 0, 0, 1, 1, 1, 1], [0, 0, 1, 1, 0, 0, 1, 1], [0, 1, 1, 1, 1, 0, 0, 0]])
        let ours = [0.0, 0, 1, 1, 1, 1, 0, 0]
        let greedy = try DecisionTree(three, ours, maxDepth: 2)
        show(three.names[Int(greedy.nodes[0].column)], "the column of the first question")
        show(
            fixed(try greedy.rootMeanSquaredError(three, ours), 4),
            "error after two questions, with the third switch in the table")
        let others = try three.dropping(["c"])
        let better = try DecisionTree(others, ours, maxDepth: 2)
        show(
            try better.rootMeanSquaredError(others, ours), "error after two questions, without it",
            predict: .number(
                "The third switch is taken out of the table, so that the tree has to begin with one of the "
                    + "two that decide. How "
                    + "large is the error after two questions?", 0, within: .plusMinus(0.01)))

        // So the best first question was not the way to the best tree: the algorithm is *greedy*. To find the best tree
        // of all one would have to try whole trees, and there are far too many. A few questions more make up for a bad
        // first one.
    }
}
