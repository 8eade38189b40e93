// Nudge: Follow a single value through the average. It enters with 1 − beta. What happens to it with every later value?
// Idea: The value with `age` others after it counts (1 − beta) · betaᵃᵍᵉ. Of `count` values the oldest has the age
//   count − 1. All of them together count 1 − betaᶜᵒᵘⁿᵗ. So much for the correction; and for the second function: n of
//   the newest count 1 − betaⁿ.
// Almost: The first is a `map` over the ages, from the highest to 0, times 1 or divided by the sum of all. For the
//   second count n up from 0, and stop at the first with 1 − betaⁿ ≥ share.

import Foundation

public func averageWeights(_ count: Int, beta: Double, isCorrected: Bool) throws -> [Double] {
    let weights = (0..<count).reversed().map { age in (1 - beta) * pow(beta, Double(age)) }
    let total = isCorrected ? weights.reduce(0, +) : 1
    return weights.map { $0 / total }
}

public func valuesThatMake(_ share: Double, beta: Double) throws -> Int {
    var (count, left) = (0, 1.0)
    while 1 - left < share { (count, left) = (count + 1, left * beta) }
    return count
}
