// Exercise 10.5 · Capitals again
// Section 10.1, question 10.11: Chapters/10-FilmReviews/01e-Rules.swift

import Practice

/// Words from tokens: "xxmaj" gives the next token a capital, "xxup" makes it all capitals, and "xxbos" is left out.
/// What a language model writes becomes readable like this.
///
/// ["xxbos", "xxmaj", "what", "a", "xxup", "bad", "film"] → ["What", "a", "BAD", "film"]
///
/// A model may write nonsense: of several of these tokens in a row, the last counts ("xxbos" counts as none), and one
/// at the end changes nothing.
public func wordsWithCapitals(_ tokens: [String]) throws -> [String] {
    throw Unanswered("10.5")
}
