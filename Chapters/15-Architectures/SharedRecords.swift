// What the pages about tables share. Each is made when a page first asks for it.

import Notebook
import Tabular
import Tensors

extension Architectures {
    /// The name of the table, for captions.
    var tableName: String { tableSource.name }

    /// The table, ready to learn from: a fifth of the rows to be judged by.
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
