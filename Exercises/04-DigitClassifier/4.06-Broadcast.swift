// Exercise 4.6 · The shape that two shapes broadcast to
// Section 4.4, question 4.10: Chapters/04-DigitClassifier/04-Broadcasting.swift

import Practice

/// The shape of the sum of two tensors with the shapes a and b; nil if the shapes do not fit together.
/// [1010, 28, 28] and [28, 28] → [1010, 28, 28]; [3, 1] and [4] → [3, 4]; [3] and [4] → nil.
///
/// The page has the rule. It holds for a length of 0 as well (a stack of no images): [1] and [0] → [0], for a row that
/// is copied 0 times is gone; [0] and [0] → [0]; [3] and [0] → nil.
public func broadcast(_ a: [Int], _ b: [Int]) throws -> [Int]? {
    throw Unanswered("4.6")
}
