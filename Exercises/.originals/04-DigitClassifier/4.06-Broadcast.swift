// Exercise 4.6 · The shape that two shapes broadcast to
// Section 4.4, question 4.10: Chapters/04-DigitClassifier/04-Broadcasting.swift

import Practice

/// The shape of the sum of two tensors with the shapes a and b; nil if the shapes do not fit together.
/// [1010, 28, 28] and [28, 28] → [1010, 28, 28]; [3, 1] and [4] → [3, 4]; [3] and [4] → nil.
///
/// The rule: write the shapes below each other, aligned at the right. In each place, lengths that are equal stay, and a
/// length of 1 is stretched to the other one, whatever that is; any other two do not fit. A shape that is too short
/// acts as if it had 1s in front. A length may be 0 (a stack of no images). For it the rule is the same: 1 and 0 → 0,
/// since a copy for each of no images is no copy; 3 and 0 do not fit.
public func broadcast(_ a: [Int], _ b: [Int]) throws -> [Int]? {
    throw Unanswered("4.6")
}
