// # Why this prediction
//
// A row begins at the root, where the prediction would be the mean of everything (the bias). Every question leads to a
// node with another mean. That change is due to the column that was asked for, and is credited to it. At the leaf, bias
// and credits add up to the prediction exactly: the sum is a chain of differences that cancel. For a forest, it is the
// mean over the trees.

/// What each column has contributed to the predictions. (The book's `treeinterpreter`.)
///
/// prediction = bias + sum of the row's contributions, but for rounding.
public struct Contributions: Sendable, Equatable {
    public let names: [String]
    public let predictions: [Double]
    /// What would be predicted without any question: the same for all rows.
    public let bias: Double
    /// A number for each column, in every row.
    public let rows: [[Double]]

    /// The contributions of a row with their columns, the largest first, whatever their sign.
    public func ranked(row: Int) -> [Importance] {
        let order = names.indices.sorted { (-abs(rows[row][$0]), $0) < (-abs(rows[row][$1]), $1) }
        return order.map { Importance(names[$0], rows[row][$0]) }
    }
}

extension DecisionTree {
    public func contributions(_ features: Features) throws -> Contributions {
        try Tabular.contributions(of: [self], features, start: 0, scale: 1)
    }
}

extension RandomForest {
    public func contributions(_ features: Features) throws -> Contributions {
        try Tabular.contributions(of: trees, features, start: 0, scale: 1 / Double(trees.count))
    }
}

extension GradientBoosting {
    public func contributions(_ features: Features) throws -> Contributions {
        try Tabular.contributions(of: trees, features, start: start, scale: learningRate)
    }
}

private func contributions(
    of trees: [DecisionTree], _ features: Features, start: Double, scale: Double
) throws -> Contributions {
    try features.expectColumns(trees[0].names)
    var (all, predictions) = ([[Double]](), [Double]())
    for number in 0..<features.count {
        let row = features.row(number)
        var credits = [Double](repeating: 0, count: features.names.count)
        var sum = 0.0
        for tree in trees {
            let path = tree.path(of: row).map { tree.nodes[$0] }
            for (node, next) in zip(path, path.dropFirst()) {
                credits[Int(node.column)] += scale * (next.mean - node.mean)
            }
            sum += scale * path.last!.mean
        }
        all.append(credits)
        predictions.append(start + sum)
    }
    let bias = start + trees.reduce(0) { $0 + scale * $1.nodes[0].mean }
    return Contributions(names: features.names, predictions: predictions, bias: bias, rows: all)
}
