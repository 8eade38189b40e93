// # Nine numbers in the memory of three
//
// Section 17.4 · After this page you can say what broadcasting costs in memory, and prove it.

import Figures
import Notebook
import Tensors

// Broadcasting treats c as if it were a table whose rows are all the same. That table can be looked at:
// `expanded(as:)` gives it, in the shape of another tensor. (The book's `expand_as`.)

extension Foundations {
    func expandedViews() {
        let m = Tensor([[1, 2, 3], [4, 5, 6], [7, 8, 9]])
        let c = Tensor([10, 20, 30])
        let expanded = c.expanded(as: m)
        show(expanded, "c.expand_as(m)")
        show((expanded + m .== c + m).all, "expanding first and adding then gives c + m")

        // Nine numbers. How many are there in memory?
        show(
            expanded.storage, "the storage of the expanded table",
            predict: .count("c has 3 numbers, the expanded table 9. How many numbers are in its storage?", 3))

        record("broadcasting/numbers-in-storage", expanded.storage.count, book: 3, on: example)

        // Still the three of c. What has changed is how they are walked through. From section 17.1 we know how an
        // element is found: each index times its stride, added up. One row further on should be the same row again, so
        // the step from one row to the next must lead nowhere. Its stride is 0:
        show(expanded.strides, "the strides of the expanded table, in the book (0, 1)")
        let indices = [[0, 2], [1, 2], [2, 2]]
        show(indices.map { element(expanded, at: $0) }, "numbers [0, 2], [1, 2], [2, 2]: all at place 2 of the storage")

        // With a stride of 0 from each column to the next instead, each number fills a row. For that, c first has to
        // become a table of one column (`unsqueezed(1)`, which the next page explains):
        let columns = c.unsqueezed(1).expanded(as: m)
        show(
            columns.strides, "strides of c as a column, expanded, in the book (1, 0)",
            predict: .numbers(
                "c stands upright, [3, 1], and is repeated to the right, [3, 3]. What are its strides now?", [1, 0]))
        show(
            StorageMap(
                [("c", c), ("c as rows", expanded), ("c as columns", columns)],
                title: "Three numbers in memory, seen as nine"), "The same storage with three pairs of strides")
    }

    func whatItCosts() {
        // So a broadcast operand takes no memory, however often it is repeated. A billion rows of c would be 12
        // gigabytes, if they existed:
        let c = Tensor([10, 20, 30])
        let huge = c.expanded(to: [1_000_000_000, 3])
        var table = TextTable(["tensor", "numbers seen", "numbers in memory", "strides"])
        let m = Tensor([[1, 2, 3], [4, 5, 6], [7, 8, 9]])
        for (name, x) in [
            ("c", c), ("c.expanded(as: m)", c.expanded(as: m)), ("a billion rows of c", huge), ("c + m", c + m),
        ] {
            table.add(name, x.count, x.storage.count, "\(x.strides)")
        }
        show(table, "Seen and stored")
        show(
            element(huge, at: [999_999_999, 1]), "the middle number of the last row of a billion",
            ask: "What is number [999999999, 1] of a billion rows 10, 20, 30?")

        // The last line of the table is there for balance: the *result* of c + m is a new tensor, with memory of its
        // own for all nine numbers. Broadcasting saves the copies of the operands, not the result.
    }
}
