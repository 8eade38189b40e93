// Exercise 10.10 · Filled up to the longest
// Section 10.2, question 10.17: Chapters/10-FilmReviews/02e-Padding.swift

import Practice

/// The texts of a batch, all as long as the longest of them: short ones get the number 1, of `xxpad`, at their ends.
/// (The book's `pad_input`. For classifiers its library has another one, which fills up at the beginning.)
///
/// [[2, 8, 30], [2]] → [[2, 8, 30], [2, 1, 1]]
///
/// Texts may be empty, and there may be none.
public func filledUp(_ texts: [[Int]]) throws -> [[Int]] {
    throw Unanswered("10.10")
}
