// Exercise 10.6 · The most probable way to cut
// Section 10.1, question 10.10: Chapters/10-FilmReviews/01g-Subwords.swift

import Practice

/// The most probable way to cut a word into pieces, each of which has a probability. That of a way is the product of
/// those of its pieces.
///
/// "ab", ["a": 0.2, "b": 0.2, "ab": 0.3] → ["ab"], since 0.3 is more than 0.2 · 0.2
///
/// nil if the word cannot be cut into these pieces; [] for the empty word. A word may have 100 signs, and the pieces up
/// to 5: trying all ways would never end. No two ways of the check's words are equally probable.
public func mostProbableCut(of word: String, pieces: [String: Double]) throws -> [String]? {
    throw Unanswered("10.6")
}
