// # Why this price?
//
// Section 9.6 · After this page you can explain a single prediction to somebody who has to decide by it.

import Common
import Figures
import Foundation
import Notebook
import Tabular
import Tensors

// One question is left: why does the forest say this price for *this* machine? Importance speaks of all rows together.
// For a single one, follow it through a tree. At the root, the prediction would be the mean of everything; this is
// called the *bias*. Each question leads to a node with another mean. The change is the contribution of the column that
// was asked for. `contributions` walks down:

/// What each column contributes to the prediction of a tree for one row, and the mean at the root.
func contributions(of tree: DecisionTree, to row: [Float]) -> (bias: Double, changes: [String: Double]) {
    let path = tree.path(of: row).map { tree.nodes[$0] }
    var changes: [String: Double] = [:]
    for (node, next) in zip(path, path.dropFirst()) {
        changes[tree.names[Int(node.column)], default: 0] += next.mean - node.mean
    }
    return (path[0].mean, changes)
}

extension TabularModeling {
    func wayThroughATree() throws {
        // With a small tree one can see all of it:
        let sales = try finalSales
        let tree = try DecisionTree(sales.x, sales.y, maxLeaves: 8)
        let row = sales.validX.row(0)
        var table = TextTable(["node", "mean", "question", "answer"], decimals: 3)
        let path = tree.path(of: row)
        for (place, next) in zip(path, path.dropFirst()) {
            let node = tree.nodes[place]
            let name = tree.names[Int(node.column)]
            table.add(place, node.mean, "\(name) ≤ \(node.threshold)?", next == node.children[0] ? "yes" : "no")
        }
        table.add(path.last!, tree.nodes[path.last!].mean, "", "")
        show(table, "The way of the first validation row through a tree, \(dataName)")
        let (bias, changes) = contributions(of: tree, to: row)
        show(
            changes.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value.cellText(decimals: 3))" }.joined(
                separator: ", "), "what each column has changed")
        let sum = bias + changes.values.reduce(0, +)
        show(
            abs(sum - tree.nodes[path.last!].mean) < 1e-9, "the mean at the root and all changes are the prediction",
            predict: .yesNo("Add all changes to the mean at the root. Is that the prediction, exactly?", true))
    }

    func whyThisPrice() throws {
        // For a forest, take the mean over the trees (the book's `treeinterpreter`). For the first five validation
        // rows:
        let (sales, forest) = (try finalSales, try finalForest)
        let why = try forest.contributions(sales.validX.rows(0..<5))
        let sums = why.rows.map { $0.reduce(0, +) }
        var table = TextTable(["row", "prediction", "bias", "sum of contributions"], decimals: 4)
        for row in 0..<5 { table.add(row, why.predictions[row], why.bias, sums[row]) }
        show(table, "Five predictions for \(dataName), taken apart")
        record("row-0/prediction", why.predictions[0], book: 9.9823, differs: try lessThanAll)
        record("row-0/bias", why.bias, book: 10.1043, differs: try lessThanAll)
        record("row-0/sum-of-contributions", sums[0], book: -0.1220, differs: try lessThanAll)
        let rest = zip(why.predictions, sums).map { abs($0 - why.bias - $1) }
        show(rest.max()! < 1e-9, "prediction = bias + contributions, in all five rows")

        // Which of them matter is best seen as a *waterfall*: each bar begins where the one above has ended, small ones
        // are one bar together, and the last bar is the sum. For the row of the five that is furthest from the mean:
        let row = sums.indices.max { abs(sums[$0]) < abs(sums[$1]) }!
        show(
            why.waterfall(
                row: row, smallest: 0.08, title: "Why row \(row) is \(sums[row] < 0 ? "cheaper" : "dearer") than most",
                label: "change of the log price"), "Contributions to one prediction, \(dataName)")
        show(fixed(exp(sums[row]), 2), "so many times the price of a usual machine")
        let first = why.ranked(row: row)[0]
        show(
            "\(first.name) is \(sales.validX.row(row)[try sales.x.place(of: first.name)])",
            "the largest contribution comes from")

        // In use, this is what somebody is told who has to decide: not only a price, but which properties of the
        // machine it is made of. If one of them is wrong in the form, they will see it.
    }
}
