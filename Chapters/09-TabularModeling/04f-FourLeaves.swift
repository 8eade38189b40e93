// # Four leaves
//
// Section 9.4 · After this page you can read a drawn tree, and see in it what is wrong with a table.

import Figures
import Notebook
import Tabular

extension TabularModeling {
    func fourLeaves() throws {
        // A tree of four leaves asks three questions. It is small enough to draw:
        let sales = try numbered
        let tree = try DecisionTree(sales.x, sales.y, maxLeaves: 4)
        show(tree.diagram(title: "Four kinds of machines, by their prices"), "A tree of four leaves, \(dataName)")

        // Each box is a group of sales. At the root, that is all of them: their mean is what would be predicted
        // without any question, and the `mse` is the mean squared difference from it. A question sends the rows for
        // which it is true to the left. The leaves are what is predicted in the end.
        let root = tree.nodes[0]
        record("4-leaves/mean-of-the-root", root.mean, book: 10.1, differs: try lessThanAll)
        record("4-leaves/mse-of-the-root", root.squaredError, book: 0.48, differs: try lessThanAll)
        record("4-leaves/rmse-of-the-root", root.squaredError.squareRoot())
        record("4-leaves/valid-rmse", try tree.rootMeanSquaredError(sales.validX, sales.validY))

        // The book's tree of its 404,710 sales asks first whether `Coupler_System` is missing, then for the year, then
        // for the size. Here are the boxes of both, each box before those below it:
        let book: [(question: String, rows: Int, mean: Double)] = [
            ("Coupler_System ≤ 0.5", 404_710, 10.1), ("YearMade ≤ 1991.5", 360_847, 10.21), ("leaf", 155_724, 9.97),
            ("ProductSize ≤ 4.5", 205_123, 10.4), ("leaf", 182_403, 10.5), ("leaf", 22_720, 9.62),
            ("leaf", 43_863, 9.21),
        ]
        var boxes = TextTable(["question", "rows", "mean", "question, book", "rows, book", "mean, book"], decimals: 2)
        for (box, theirs) in zip(inOrder(tree), book) {
            let question = box.isLeaf ? "leaf" : "\(tree.names[Int(box.column)]) ≤ \(box.threshold)"
            boxes.add(question, Int(box.rows), box.mean, theirs.question, theirs.rows, theirs.mean)
        }
        show(boxes, "The boxes of the tree of \(dataName), and those of the book's tree")
        show(
            tree.nodes.filter(\.isLeaf).reduce(0) { $0 + Int($1.rows) } == sales.x.count,
            "the rows of the leaves together are all rows",
            predict: .yesNo("Is every training row in exactly one leaf?", true))
    }

    func theYearOneThousand() throws {
        // Questions as pictures, for 500 sales: what is asked for from left to right, prices upwards, and the mean on
        // both sides of the cut. To have a question for the year of making, the tree is given that and one other
        // column.
        let sales = try numbered
        let names = ["YearMade", "Coupler_System"]
        let (x, validX) = (try sales.x.keeping(names), try sales.validX.keeping(names))
        let some = evenly(500, of: x.count)
        let y = some.map { sales.y[$0] }
        let tree = try DecisionTree(x, sales.y, maxLeaves: 4)
        show(
            try tree.splitPictures(x.rows(some), y, target: "log price", title: "What the tree sees"),
            "The questions of a tree for two columns, \(dataName)")

        // The year's picture is strange: nearly all machines are at the right edge, and some are from the year 1000.
        // Nobody built bulldozers then. Somebody wrote 1000 where the year is not known.
        let years = try x["YearMade"]
        show(
            years.count { $0 < 1900 }, "training rows with a year before 1900",
            predict: .yesNo("Are there machines from before 1900 in the table?", years.contains { $0 < 1900 }))
        let mended = try x.replacing("YearMade", with: years.map { $0 < 1900 ? 1950 : $0 })
        let again = try DecisionTree(mended, sales.y, maxLeaves: 4)
        show(
            try again.splitPictures(mended.rows(some), y, target: "log price", title: "With 1950 in place of 1000"),
            "The same with the year mended, \(dataName)")

        // Now one can see something. And the tree?
        let mendedValid = try validX.replacing(
            "YearMade", with: validX["YearMade"].map { $0 < 1900 ? Float(1950) : $0 })
        let before = try tree.rootMeanSquaredError(validX, sales.validY)
        let after = try again.rootMeanSquaredError(mendedValid, sales.validY)
        show(
            after - before, "change of the validation error",
            predict: .choice(
                "What does the new year change about the tree's predictions?",
                ["hardly anything", "they get much better"], answer: "hardly anything"))

        // A tree sees only the order of the values. As long as 1950 is before all other years, as 1000 was, the same
        // rows are on the same side of each cut. Outliers do not disturb a tree; they disturb people who look at it.
    }
}

// MARK: Helpers

/// The boxes of a tree, each before those below it, and what is below “yes” before what is below “no”.
private func inOrder(_ tree: DecisionTree, below place: Int = 0) -> [DecisionTree.Node] {
    [tree.nodes[place]] + tree.nodes[place].children.flatMap { inOrder(tree, below: $0) }
}
