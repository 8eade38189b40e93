// # Which model?
//
// Section 9.9 · After this page you know with which model to begin, and what the others would cost and bring.

import Figures
import Foundation
import Notebook
import Tabular
import Tensors
import Training

// Which of all these should one take? Let them run against each other: all models of this chapter once more, each with
// the same columns and the same rows. `race` puts the results of one division of the rows together. The forests and
// nets of several seeds are there already (section 9.7); a single tree and boosting know no chance, so one of each will
// do:

extension TabularModeling {
    /// A line for each kind of model: its name, the milliseconds that it took, and the errors of its seeds.
    func race(
        _ rivals: Rivals, _ sales: NumberedSales
    ) throws -> [(name: String, milliseconds: Double, errors: [Double])] {
        let sales = try sales.keeping(theNet.data.recipe.categorical + theNet.data.recipe.continuous)
        let tree = try timed { try DecisionTree(sales.x, sales.y, minLeafSize: 25).predict(sales.validX) }
        let boosting = try timed {
            try GradientBoosting(
                sales.x, sales.y, trees: run.size(quick: 5, usual: 150), learningRate: 0.1, maxDepth: 6, minLeafSize: 5
            ).predict(sales.validX)
        }
        let times = (0..<3).map { place in Spread(rivals.times.map { $0[place] }).mean }
        return [
            ("mean price", 0, [rivals.errorOfMean]), ("tree", tree.milliseconds, rivals.errors([tree.said])),
            ("forest", times[0], rivals.errors(rivals.forests)),
            ("boosting", boosting.milliseconds, rivals.errors([boosting.said])),
            ("net", times[1], rivals.errors(rivals.nets)),
            ("forest and net", times[0] + times[1], rivals.errors(rivals.both)),
            ("forest of embeddings", times[1] + times[2], rivals.errors(rivals.forestsOfEmbeddings)),
        ]
    }

    func whichModel() throws {
        // They are judged twice. Once by the book's division of the rows, and once, more honestly, by the latest sales
        // (section 9.4):
        let book = try race(rivals, mended)
        let isSame = try judgedByTheLatest.data.splits == prepared.splits
        let latest = isSame ? book : try race(rivalsOnTheLatest, judgedByTheLatest)
        var table = TextTable(
            ["model", "milliseconds", "valid rmse, the book's", "valid rmse, the latest"], decimals: 3)
        for (first, second) in zip(book, latest) {
            table.add(first.name, Int(first.milliseconds.rounded()), Spread(first.errors), Spread(second.errors))
        }
        let models = latest.dropFirst()
        let best = models.min { Spread($0.errors).mean < Spread($1.errors).mean }!
        show(
            table,
            "Models of \(dataName): training and predictions in milliseconds, and errors of log prices",
            predict: .choice(
                "Which model is best where the latest sales judge?", models.map(\.name), answer: best.name))
        for result in models { record("which-model/latest-\(slug(result.name))", over: result.errors) }

        // Go along the rows of the table. Where the latest sales judge, all that consists of trees has to speak of a
        // time that it has not seen, and the net need not stop there. (Where the book's rule leaves nothing to judge
        // by, both columns have the same sales.)
        let error = Dictionary(uniqueKeysWithValues: latest.map { ($0.name, Spread($0.errors).mean) })
        let isBetter = error["net"]! < error["forest"]!
        show(
            isBetter, "the net is better than the forest on the latest sales",
            predict: .yesNo("On the latest sales, is the net better than the forest?", isBetter))

        // What to take from it, and from the chapter:
        //
        // - **A random forest** is where to begin. It needs hardly any preparation or settings, cannot have too many
        //   trees, and says which columns matter, what they do, and which rows it is unsure about. It never predicts
        //   more than it has seen.
        // - **Boosting** takes the same columns. With good settings it is often better by a little; with bad ones it is
        //   worse, and it overfits when it goes on for too long.
        // - **A net** takes much longer than a forest, wants numbers on a common scale, when it learns and whenever it
        //   is used, and has the most settings. It can be best of all, and it can go beyond what it has seen.
        //
        // So: first a forest. Use it to choose columns, to look at what they do, and to find rows that come from
        // another world. Then try boosting and a net. If the net is good, give its embeddings to the trees; and if
        // several are good, take their mean.
    }
}
