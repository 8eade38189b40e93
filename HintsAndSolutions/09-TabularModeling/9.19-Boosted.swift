// Nudge: Keep two lists of sums: one for the rows that are learned from, one for the others. Both begin with the mean.
// Idea: In a loop, the new targets are `y` less the training sums. `DecisionTree(x, residuals, maxDepth: depth)` learns
//   them.
// Almost: After each tree, `sums = zip(sums, try tree.predict(x)).map { $0 + rate * $1 }`, and the same for the other
//   rows with `predict(other)`.

import Tabular

public func boosted(
    _ x: Features, _ y: [Double], predict other: Features, trees: Int, rate: Double, depth: Int
) throws -> [Double] {
    let mean = y.reduce(0, +) / Double(y.count)
    var (sums, others) = (y.map { _ in mean }, (0..<other.count).map { _ in mean })
    for _ in 0..<trees {
        let tree = try DecisionTree(x, zip(y, sums).map { $0 - $1 }, maxDepth: depth)
        sums = zip(sums, try tree.predict(x)).map { $0 + rate * $1 }
        others = zip(others, try tree.predict(other)).map { $0 + rate * $1 }
    }
    return others
}
