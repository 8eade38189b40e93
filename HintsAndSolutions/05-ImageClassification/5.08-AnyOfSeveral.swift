// Nudge: Write the probability of any of them as a quotient: e to the power of some activations, summed, divided by
//   the same sum over all. What does the logarithm make of a quotient?
// Idea: The loss is ln Σ eˣ over all classes, less ln Σ eˣ over the right ones. Each of the two can be computed without
//   overflow if the largest activation *of that sum* is taken out first.
// Almost: A function `logSum(_ x: [Double]) -> Double` is needed twice, for all activations and for those of the right
//   classes, `right.map { activations[$0] }`. In it, subtract the largest of x before `exp`, and add it again after the
//   logarithm. Check `right` first: a maximum of no numbers is nil.

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
