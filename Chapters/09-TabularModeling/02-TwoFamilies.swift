// # Two families
//
// Section 9.2 · After this page you can say what to try first for which kind of data, and why.

import Common
import Figures
import Notebook
import Tabular
import Tensors

// There are hundreds of methods of machine learning, and two families of them are enough for nearly everything:
//
// - *ensembles of decision trees*, that is random forests and gradient boosting, for tables;
// - nets of several layers that learn by gradient descent, for pictures, sound and text.
//
// A net can learn tables, too, and this chapter will train one. But trees have much to say for themselves. They are
// trained in seconds, need neither a scale for numbers nor a guess for learning rates, and nearly any setting of theirs
// will do. And they answer questions that people ask of a table: which columns matter? How does the target depend on
// them, alone and together? Which of them mattered for this one row?
//
// Two things speak for trying a net besides: columns of very many levels that are important, such as postal codes; and
// columns that a net reads best, such as plain text.
//
// PyTorch helps little with trees, which know no gradients and multiply no matrices; Python has scikit-learn for them
// and pandas for tables. Here, the module `Tabular` is both.

extension TabularModeling {
    func twoFamilies() throws {
        // What is in the way of a tree or a net in the table of this chapter? `typesOfColumns` below counts it for the
        // whole table, but the question which columns have very many levels can be answered at once:
        let some = try sales
        let texts = some.names.filter { some[$0].kind == .text }
        let counts = texts.map { some[$0].uniqueCount }
        let many = zip(texts, counts).filter { $0.1 > 50 }.sorted { $0.1 > $1.1 }
        var table = TextTable(["column of text", "levels"])
        for (name, count) in many { table.add(name, count) }
        show(table, "Columns with more than 50 levels in \(dataName)")
        let share = Double(many.count) / Double(texts.count)
        show(
            fixed(share, 3), "share of all \(texts.count) columns of text",
            predict: .share(
                "Of the columns of text, what share has more than 50 levels?", share, within: .plusMinus(0.1)))

        // Few columns have many levels. So the forest comes first, and the net afterwards.
    }
}
