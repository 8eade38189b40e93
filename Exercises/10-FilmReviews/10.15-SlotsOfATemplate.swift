// Exercise 10.15 · The slots of a template
// Section 10.3: Chapters/10-FilmReviews/03b-TheFormBehindThem.swift

import Practice

/// The places, counted from 0, at which texts from one template do not all have the same word: its slots. All texts
/// have the same number of words. (This is how cheap fakes are found.)
///
/// [["I", "ask", "you"], ["I", "urge", "you"]] → [1]
///
/// Fewer than two texts show no slot.
public func slots(of texts: [[String]]) throws -> [Int] {
    throw Unanswered("10.15")
}
