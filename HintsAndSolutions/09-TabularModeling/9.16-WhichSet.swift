// Nudge: A forest can learn any target. What would the target be here, for each row of both tables?
// Idea: `train.stacked(on: valid)` is one table of both, with the rows of `train` first; so the target has as many
//   zeros as `train` has rows, and then ones. A forest ranks its columns in `rankedImportances`.
// Almost: `RandomForest(all, target, trees: 40, columnShare: 0.5, minLeafSize: 5, using: &random)`, then
//   `rankedImportances.filter { $0.share > 0.1 }.map(\.name)`.

import Tabular
import Tensors

public func tellingColumns(_ train: Features, _ valid: Features, seed: UInt64) throws -> [String] {
    var random = SplitMix64(seed: seed)
    let set = Array(repeating: 0.0, count: train.count) + Array(repeating: 1.0, count: valid.count)
    let forest = try RandomForest(
        train.stacked(on: valid), set, trees: 40, columnShare: 0.5, minLeafSize: 5, using: &random)
    return forest.rankedImportances.filter { $0.share > 0.1 }.map(\.name)
}
