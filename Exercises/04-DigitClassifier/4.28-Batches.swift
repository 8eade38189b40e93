// Exercise 4.28 · Shuffled mini-batches
// Section 4.12, question 4.24: Chapters/04-DigitClassifier/12-MiniBatches.swift

import Practice
import Tensors

/// One epoch of mini-batches: the indices 0 ..< count in a new random order, cut into lists of `size`. Every index
/// appears exactly once; the last list holds what is left over, and is never empty.
/// For 5 indices in batches of 2, one of many answers is [[3, 0], [4, 2], [1]]. All randomness comes from `random`.
public func shuffledBatches(_ count: Int, size: Int, using random: inout SplitMix64) throws -> [[Int]] {
    throw Unanswered("4.28")
}
