// Exercise 4.2 · Rank and size from a shape
// Section 4.2, question 4.6: Chapters/04-DigitClassifier/02-PixelSimilarity.swift

import Practice

/// Returns the rank of a shape, and how many numbers a tensor of this shape holds.
/// [6131, 28, 28] → rank 3, count 4806704. The shape [] is that of a single number, which has no axes.
public func rankAndCount(of shape: [Int]) throws -> (rank: Int, count: Int) {
    throw Unanswered("4.2")
}
