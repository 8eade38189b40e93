// Nudge: Which probabilities would you give to the classes if you could not look at the image?
// Idea: The best probabilities are the shares p of the classes. Scores are good if their softmax is that: the
//   logarithms of the shares are. Adding the same number to all scores does not change their softmax.
// Almost: Divide the counts by the largest of them before you take the logarithm: then the largest score is 0, and
//   `log(0)` is −∞ by itself. In the loss, p · ln p of a class that never occurs would be 0 · −∞, which is NaN: leave
//   it out.

import Foundation

public func bestConstant(
    counts: [Int]
) throws -> (scores: [Double], crossEntropy: Double, accuracy: Double) {
    let total = Double(counts.reduce(0, +))
    let largest = Double(counts.max()!)
    let shares = counts.map { Double($0) / total }
    let loss = shares.reduce(0) { $1 > 0 ? $0 - $1 * log($1) : $0 }
    return (counts.map { log(Double($0) / largest) }, loss, largest / total)
}
