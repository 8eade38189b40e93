// Nudge: Write the probability of any of them as a quotient: e to the power of some activations, summed, divided by
//   the same sum over all. What does the logarithm make of a quotient?
// Idea: The loss is ln Σ eˣ over all classes, less ln Σ eˣ over the right ones. Each of the two can be computed without
//   overflow if the largest activation *of that sum* is taken out first.
// Almost: A function `logSum(_ x: [Double]) -> Double` gives `m + log(x.map { exp($0 - m) }.reduce(0, +))` with the
//   maximum m of x. The answer is `logSum(activations) - logSum(right.map { activations[$0] })`.

import Foundation

public func lossOfAny(of right: Set<Int>, _ activations: [Double]) throws -> Double? {
    guard !right.isEmpty, right.allSatisfy({ activations.indices.contains($0) }) else { return nil }
    return logSum(activations) - logSum(right.sorted().map { activations[$0] })
}

/// ln Σ eˣ
private func logSum(_ x: [Double]) -> Double {
    let highest = x.max()!
    return highest + log(x.map { exp($0 - highest) }.reduce(0, +))
}
