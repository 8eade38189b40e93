// Exercise 4.1 · Odd numbers, doubled
// Section 4.2, question 4.4: Chapters/04-DigitClassifier/02-PixelSimilarity.swift

import Practice

/// Returns the odd numbers of a list, each doubled, in their original order: [1, 2, 3, −5] → [2, 6, −10].
/// One expression is enough; try it without a loop.
public func oddsDoubled(_ numbers: [Int]) throws -> [Int] {
    throw Unanswered("4.1")
}
