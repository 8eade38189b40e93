// Exercise 5.12 · How many photos were there?
// Section 5.5: Chapters/05-ImageClassification/05f-CountedErrors.swift

import Practice

/// All sizes of a validation set that explain printed error rates.
///
/// A report prints error rates as text, "0.108254" or "0.07": a 0 or a 1, a dot, and one to nine digits. Each of them
/// is a count of wrong photos divided by n, rounded to as many decimals as it has; a half may have been rounded either
/// way. Return every n from 1 to `most` for which each rate has such a count (0 to n), in rising order.
///
/// Example: ["0.33"] up to 10 → [3, 6, 9], since 1/3, 2/6 and 3/9 are printed as 0.33.
///
/// Watch out for rounding of your own: with `Double`s, 0.15 and what should be next to it may end up on the wrong side.
///
/// nil where a text is not such a rate, or is above 1.
public func sizes(explaining rates: [String], upTo most: Int) throws -> [Int]? {
    throw Unanswered("5.12")
}
