// Exercise 10.9 · Where is a token?
// Section 10.1, question 10.16: Chapters/10-FilmReviews/01i-NinetyTokens.swift

import Practice

/// A stream of tokens is cut into batches for a language model. In which batch, row and column of the questions is the
/// token at a place of the stream? All are counted from 0.
///
/// place 12 of 23 tokens, 4 rows, 3 steps → [0, 2, 2]: batch 0, row 2, column 2
///
/// Rows are as long as they can be if every token in them has a next one, and all have the same length. The last batch
/// may have fewer columns. nil if the token is in no row: it may be the last, or left over. `place` is at least 0, and
/// less than `tokens`.
public func batchRowColumn(place: Int, tokens: Int, rows: Int, steps: Int) throws -> [Int]? {
    throw Unanswered("10.9")
}
