// # Which columns matter
//
// Two ways to ask. A tree can be asked what its cuts have gained: for each column, add up by how much its cuts have
// made the squared error smaller. Any model can be asked how much worse it gets when a column is shuffled, so that it
// tells nothing any more.

import Tensors

/// How much a column matters to a model.
public struct Importance: Sendable, Equatable {
    public let name: String
    public let share: Double

    public init(_ name: String, _ share: Double) { (self.name, self.share) = (name, share) }
}

extension DecisionTree {
    /// For each column, its share of what all cuts have gained; the sum is 1, or 0 for a tree without a cut.
    /// (scikit-learn's `feature_importances_`.)
    public var importances: [Double] { shares(gains) }

    /// For each column, by how much its cuts have made the sum of squared errors smaller.
    fileprivate var gains: [Double] {
        var gains = [Double](repeating: 0, count: names.count)
        for node in nodes where !node.isLeaf {
            let after = node.children.reduce(0) { $0 + Double(nodes[$1].weight) * nodes[$1].squaredError }
            gains[Int(node.column)] += Double(node.weight) * node.squaredError - after
        }
        return gains
    }
}

extension RandomForest {
    /// For each column, the mean of its shares in all trees; trees without a cut do not count. (scikit-learn's
    /// `feature_importances_`. Adding up the gains of all trees before taking shares, as the book's text has it,
    /// differs little.)
    public var importances: [Double] { shares(sums(trees.map(\.importances))) }

    /// The columns with their shares, the most important first. (The book's `rf_feat_importance`.)
    public var rankedImportances: [Importance] { ranked(names, importances) }
}

extension GradientBoosting {
    /// For each column, its share of what the cuts of all trees have gained: later trees, which gain less, count less.
    public var importances: [Double] { shares(sums(trees.map(\.gains))) }
}

/// Columns with their shares, the most important first; equal ones in their order.
public func ranked(_ names: [String], _ shares: [Double]) -> [Importance] {
    let order = names.indices.sorted { (-shares[$0], $0) < (-shares[$1], $1) }
    return order.map { Importance(names[$0], shares[$0]) }
}

private func sums(_ rows: [[Double]]) -> [Double] {
    rows.dropFirst().reduce(rows[0]) { sums, row in zip(sums, row).map(+) }
}

/// So that the sum is 1.
private func shares(_ gains: [Double]) -> [Double] {
    let sum = gains.reduce(0, +)
    return sum > 0 ? gains.map { $0 / sum } : gains
}

extension Regressor {
    /// By how much the root of the mean squared error grows when a column is shuffled, for each column the mean of
    /// several shuffles. About 0 for a column that the model does not use. (scikit-learn's `permutation_importance`.)
    public func permutationImportances(
        _ features: Features, _ targets: [Double], repeats: Int = 5, using random: inout some RandomNumberGenerator
    ) throws -> [Double] {
        try expectLearnable(features, targets)
        let error = try rootMeanSquaredError(features, targets)
        var rises: [Double] = []
        for (name, column) in zip(features.names, features.columns) {
            var sum = 0.0
            for _ in 0..<repeats {
                let shuffled = random.permutation(column.count).map { column[$0] }
                sum += try rootMeanSquaredError(features.replacing(name, with: shuffled), targets) - error
            }
            rises.append(sum / Double(max(1, repeats)))
        }
        return rises
    }
}
