// Exercise 4.18 · Shuffled mini-batches
// Section 4.12, question 24: Chapters/04-DigitClassifier/12-MiniBatches.swift
//
// Nudge: Two jobs, one after the other: put all places in a new order, then cut that list into pieces.
// Idea: `(0..<count).shuffled(using: &random)` is the first. For the second, the pieces begin at 0, size, 2 · size, …:
//   `stride(from:to:by:)` counts like that.
// Almost: From each start, take `order[start..<start + size]`, but not beyond the end: `min(start + size, count)`. A
//   slice becomes an array by `Array(…)`.

import Tensors

/// One epoch of mini-batches: the places 0 ..< count in a new random order, cut into lists of `size`. Every place comes
/// exactly once; the last list holds what is left over, and is never empty.
/// For 5 places in batches of 2, one of many answers is [[3, 0], [4, 2], [1]]. All chance comes from `random`.
public func shuffledBatches(_ count: Int, size: Int, using random: inout SplitMix64) throws -> [[Int]] {
    // Places are shuffled, not items: inputs and targets that are picked by the same places stay partners.
    let order = (0..<count).shuffled(using: &random)
    return stride(from: 0, to: count, by: size).map { Array(order[$0..<min($0 + size, count)]) }
}
