// Exercise 4.16 · What −1 stands for
// Section 4.10, question 4.27: Chapters/04-DigitClassifier/10-Loss.swift

import Practice

/// The shape for `count` numbers, with the −1 replaced by the length that fits.
/// [-1, 784] for 7840 numbers → [10, 784]. nil if the shape cannot hold exactly `count` numbers, or if more than one
/// shape could: with two −1s, or a 0 beside the −1.
public func inferred(_ shape: [Int], count: Int) throws -> [Int]? {
    throw Unanswered("4.16")
}
