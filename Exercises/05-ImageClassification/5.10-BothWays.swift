// Exercise 5.10 · Confused both ways
// Section 5.5: Chapters/05-ImageClassification/05b-MostConfused.swift

import Practice

/// Pairs of classes by how often they are taken for each other, whichever way.
///
/// `mostConfused` on the page has pit bulls taken for Staffordshires apart from Staffordshires taken for pit bulls. To
/// find out which two are hard to tell apart, both belong together. Given are what each photo shows and what it was
/// taken for. Return each pair of different classes that was confused at least `least` times in both directions
/// together, with that number. In a pair, the name that comes first in the order of strings (`<`) stands first. The
/// pair with the largest number comes first; of equal ones, the pair whose first name comes first, then the second.
///
/// A pair that was never confused is not listed, even if `least` is 0.
///
/// Example: actual a, a, b, c; predicted b, a, a, a; at least 1 → (a, b, 2), (a, c, 1).
public func confusedPairs(
    actual: [String], predicted: [String], atLeast least: Int
) throws -> [(String, String, Int)] {
    throw Unanswered("5.10")
}
