// What the pages about tables share. Each is made when a page first asks for it.

import Notebook
import Tabular
import Tensors
import Training

extension Architectures {
    /// The name of the table, for captions.
    var tableName: String { tableSource.name }

    /// The table, ready to learn from: a fifth of the rows is for validation.
    var tabularData: TabularData {
        get throws {
            try run.once {
                let records = try tableSource.contents
                var random = run.random
                return try TabularData(
                    records.table, procs: [.fillMissing, .categorify, .normalize], categorical: records.categorical,
                    continuous: records.continuous, target: records.target,
                    splits: .random(records.table.rowCount, using: &random))
            }
        }
    }

    /// The plan of the pages' net: embeddings by the rule of thumb, two layers, dropout for both.
    var tabularPlan: TabularPlan {
        get throws {
            let recipe = try tabularData.recipe
            return TabularPlan(
                levels: recipe.categorify.counts, numbers: recipe.continuous.count, outputs: 2,
                layers: run.size(quick: [20, 10], usual: [200, 100]), dropout: 0.1, embeddingDropout: 0.05)
        }
    }
}

/// A training of a net whose last layer is bare, or has a ReLU behind it.
struct Ending {
    let accuracy: Double
    /// The share of rows all of whose scores are below zero, before and after the training.
    let muteBefore: Double, muteAfter: Double
}

extension Architectures {
    /// The pages' net, trained with scores as they are or cut off at 0.
    func endings(isCutOff: Bool, using random: inout SplitMix64) throws -> Ending {
        let (data, net) = (try tabularData, TabularModel(try tabularPlan, using: &random))
        func scores(_ x: Tensor) -> Tensor { isCutOff ? x.relu() : x }
        func loader(_ rows: TabularRows, batchSize: Int) -> DataLoader<(TabularBatch, IntTensor)> {
            let labels = IntTensor(rows.targets.map { Int($0) })
            return DataLoader(
                TensorDataset(rows.inputs, labels), batchSize: min(batchSize, rows.count), dropsLast: true,
                shuffledUsing: &random)
        }
        func mute() -> Double {
            net.eval()
            return Double(noGrad { Tensor(scores(net(data.train.inputs)).max(axis: 1).values .<= 0).mean().item })
        }
        let accuracy = Metric<IntTensor>("accuracy") { Tensor(scores($0).argmax(axis: 1) .== $1).mean().item }
        let learner = Learner(
            DataLoaders(loader(data.train, batchSize: 64), loader(data.valid, batchSize: data.valid.count)), net,
            loss: { crossEntropy(scores($0), $1) }, optimizer: { AdamW($0, learningRate: $1) }, metrics: [accuracy])
        let before = mute()
        try EpochReporting.silently { try learner.fitOneCycle(run.size(quick: 1, usual: 4), learningRate: 5e-3) }
        return Ending(
            accuracy: Double(learner.recorder.rows.last!.metrics[0]), muteBefore: before, muteAfter: mute())
    }
}
