// Exercise 10.4 · Capitals as tokens
// Section 10.1, question 10.12: Chapters/10-FilmReviews/01e-Rules.swift

import Practice

/// The two rules for capitals, and small letters after them, on a list of words that consist of the letters A to Z and
/// a to z. A word in capitals becomes "xxup" and the word in small letters; a word that begins with a capital and has
/// no other becomes "xxmaj" and the word in small letters. A single letter is only made small, and so is a word with
/// other capitals. (The book's `replace_all_caps`, `replace_maj` and `lowercase`.)
///
/// ["What", "a", "BAD", "iPhone", "I"] → ["xxmaj", "what", "a", "xxup", "bad", "iphone", "i"]
public func capitalsAsTokens(_ words: [String]) throws -> [String] {
    throw Unanswered("10.4")
}
