// # Which model?
//
// Section 9.9 · After this page you know with which model to begin, and what the others would cost and bring.

import Figures
import Foundation
import Notebook
import Tabular
import Tensors
import Training

// Which of all these should one take? `race` lets them run against each other:

extension TabularModeling {
    func whichModel() throws {
        // All models of this chapter once more, each trained from the same columns, and timed on this machine. They are
        // judged twice. Once by the book's division of the rows, and once, more honestly, by the latest sales (page
        // 04c):
        let (book, other) = (try netData(prepared.splits), try netData(latestSplit(datedSales, share: 0.05)))
        let first = try race(book)
        let races = [first, other.splits == book.splits ? first : try race(other)]
        var table = TextTable(
            ["model", "milliseconds", "valid rmse, the book's", "valid rmse, the latest"], decimals: 3)
        for place in races[0].indices {
            table.add(
                races[0][place].name, Int(races[0][place].milliseconds.rounded()), races[0][place].error,
                races[1][place].error)
        }
        let latest = races[1].dropFirst()
        let best = latest.min { $0.error < $1.error }!
        show(
            table,
            "Models of \(dataName): training and predictions in milliseconds, and errors of log prices",
            predict: .choice(
                "Which model is best where the latest sales judge?", latest.map(\.name), answer: best.name))
        for result in latest { record("which model/latest, \(result.name)", result.error) }

        // Go along the rows of the table. Where the latest sales judge, all that consists of trees has to speak of a
        // time that it has not seen, and the net need not stop there. (Where the book's rule leaves nothing to judge
        // by, both columns have the same sales.)
        let (forest, net) = (races[1][2].error, races[1][5].error)
        show(
            net < forest, "the net is better than the forest on the latest sales",
            predict: .yesNo("Prices drift, and only the net can go on. Is it the better one there?", net < forest))

        // What to take from it, and from the chapter:
        //
        // - **A random forest** is where to begin. It needs hardly any preparation or settings, cannot have too many
        //   trees, and says which columns matter, what they do, and which rows it is unsure about. It never predicts
        //   more than it has seen.
        // - **Boosting** takes the same columns. With good settings it is often better by a little; with bad ones it is
        //   worse, and it overfits when it goes on for too long.
        // - **A net** takes the longest, wants numbers on a common scale, when it learns and whenever it is used, and
        //   has the most settings. It can be best of all, and it can go beyond what it has seen.
        //
        // So: first a forest. Use it to choose columns, to look at what they do, and to find rows that come from
        // another world. Then try boosting and a net. If the net is good, give its embeddings to the trees; and if
        // several are good, take their mean.
    }
}

// MARK: Helpers

extension TabularModeling {
    /// Trains a model of each kind, and says how long that took and how wrong it is.
    private func race(_ data: TabularData) throws -> [(name: String, milliseconds: Double, error: Double)] {
        var random = run.random
        let sales = try NumberedSales(data)
        var results: [(name: String, milliseconds: Double, error: Double)] = []
        var said: [String: [Double]] = [:]
        func enter(_ name: String, _ model: () throws -> [Double]) rethrows {
            let start = ContinuousClock.now
            let predictions = try model()
            let time = start.duration(to: .now) / .milliseconds(1)
            said[name] = predictions
            results.append((name, time, rootMeanSquaredError(predictions, sales.validY)))
        }
        let mean = sales.y.reduce(0, +) / Double(sales.y.count)
        enter("mean price") { Array(repeating: mean, count: sales.validY.count) }
        try enter("tree") { try DecisionTree(sales.x, sales.y, minLeafSize: 25).predict(sales.validX) }
        try enter("forest") { try rf(sales, using: &random).predict(sales.validX) }
        try enter("boosting") {
            try GradientBoosting(
                sales.x, sales.y, trees: run.size(quick: 5, usual: 150), learningRate: 0.1, maxDepth: 6, minLeafSize: 5
            ).predict(sales.validX)
        }
        var net: TabularLearner<Tensor>?
        try enter("net") {
            let learner = try trainedNet(data, using: &random)
            net = learner
            return learner.predictions().squeezed(1).scalars.map(Double.init)
        }
        enter("forest and net") { zip(said["forest"]!, said["net"]!).map { ($0 + $1) / 2 } }
        if let net {
            try enter("forest of embeddings") {
                let x = try embedded(data.train, by: net)
                return try RandomForest(
                    x, sales.y, trees: run.size(quick: 5, usual: 40), columnShare: 0.2, minLeafSize: 5, outOfBag: false,
                    using: &random
                ).predict(embedded(data.valid, by: net))
            }
        }
        return results
    }

    private func trainedNet(_ data: TabularData, using random: inout SplitMix64) throws -> TabularLearner<Tensor> {
        let learner = netLearner(data, using: &random)
        try EpochReporting.silently { try learner.fitOneCycle(run.size(quick: 1, usual: 5), 1e-2) }
        return learner
    }
}
