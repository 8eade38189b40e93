// Nudge: Each cell is one yes-or-no question. What are the two answers, ours and the true one?
// Idea: Compare row with row and cell with cell: `sigmoid > threshold` must be the truth. Whoever says nothing is right
//   wherever the truth is false.
// Almost: `zip(activations.joined(), isThere.joined())`, counted once by `(1 / (1 + exp(-$0.0)) > threshold) == $0.1`
//   and once by `!$0.1`, each divided by the number of cells.

import Foundation

public func accuracies(
    _ activations: [[Float]], _ isThere: [[Bool]], threshold: Float
) throws -> (Double, Double)? {
    guard activations.map(\.count) == isThere.map(\.count) else { return nil }
    let cells = Array(zip(activations.joined(), isThere.joined()))
    if cells.isEmpty { return nil }
    let right = cells.count { (1 / (1 + exp(-$0.0)) > threshold) == $0.1 }
    return (Double(right) / Double(cells.count), Double(cells.count { !$0.1 }) / Double(cells.count))
}
