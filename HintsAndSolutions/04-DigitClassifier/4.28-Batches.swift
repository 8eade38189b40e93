// Nudge: Two jobs, one after the other: put all indices in a new order, then cut that list into pieces.
// Idea: `(0..<count).shuffled(using: &random)` is the first. For the second, the pieces begin at 0, size, 2 · size, …:
//   `stride(from:to:by:)` counts like that.
// Almost: From each start, take `order[start..<start + size]`, but not beyond the end: `min(start + size, count)`. A
//   slice becomes an array by `Array(…)`.

import Tensors

public func shuffledBatches(_ count: Int, size: Int, using random: inout SplitMix64) throws -> [[Int]] {
    // The indices are shuffled, not the items: inputs and targets picked by the same indices stay together.
    let order = (0..<count).shuffled(using: &random)
    return stride(from: 0, to: count, by: size).map { Array(order[$0..<min($0 + size, count)]) }
}
