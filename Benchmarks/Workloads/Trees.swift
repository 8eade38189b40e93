// # Chapter 9: trees and forests
//
// On the made-up table of `ForestTable`: 100,000 rows of 20 columns to learn from. A tree of four leaves, and one that
// grows until its leaves are pure; a forest of 40 trees, each of 50,000 rows drawn with replacement and half of the
// columns for each cut, at least 5 rows in a leaf, with what it predicts out of the bag; 20,000 rows predicted by it;
// and 20 trees of boosting, each of at most three questions one after the other.

import Tabular
import Tensors

func ch09Tree(_ bench: Bench) throws {
    let table = try ForestTable()
    for (workload, leaves) in [("ch09-tree/4-leaves", 4), ("ch09-tree/full", Int?.none)] {
        try bench.learn(workload, table, items: 100_000, "rows") { _ in
            try DecisionTree(table.train.x, table.train.y, maxLeaves: leaves)
        }
    }
}

func ch09Forest(_ bench: Bench) throws {
    let table = try ForestTable()
    try bench.learn("ch09-forest", table, items: 40 * 50_000, "tree-rows") { random in
        try fittedForest(table, &random)
    }
    guard bench.wants("ch09-forest/predict") else { return }
    var random = SplitMix64(seed: 0)
    let forest = try fittedForest(table, &random)
    bench.measureCall("ch09-forest/predict", items: 20_000, "rows") { _ = try? forest.predict(table.valid.x) }
}

func ch09Boosting(_ bench: Bench) throws {
    let table = try ForestTable()
    try bench.learn("ch09-boosting", table, items: 20 * 100_000, "tree-rows") { _ in
        try GradientBoosting(table.train.x, table.train.y, trees: 20)
    }
}

private func fittedForest(_ table: ForestTable, _ random: inout SplitMix64) throws -> RandomForest {
    try RandomForest(
        table.train.x, table.train.y, trees: 40, samples: 50_000, columnShare: 0.5, minLeafSize: 5, using: &random)
}

extension Bench {
    /// Times how long a model learns from the table; it is judged by its error on the other rows.
    fileprivate func learn(
        _ workload: String, _ table: ForestTable, items: Int, _ unit: String,
        _ fit: @escaping (inout SplitMix64) throws -> any Regressor
    ) throws {
        try measure(workload, items: items, unit, metric: "valid RMSE") { random in
            var (generator, model) = (random, (any Regressor)?.none)
            return Work {
                model = try fit(&generator)
            } judge: {
                try model?.rootMeanSquaredError(table.valid.x, table.valid.y) ?? .nan
            }
        }
    }
}
