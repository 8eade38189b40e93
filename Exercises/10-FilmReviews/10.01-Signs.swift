// Exercise 10.1 · Every sign a token
// Section 10.1, question 10.10: Chapters/10-FilmReviews/01d-WordTokens.swift

import Practice

/// Cuts a text into signs: every sign is a token, spaces too. Words that are among `special` are not cut; such a word
/// must stand alone, with a space or the end of the text on either side. (The book leaves this tokenizer to its
/// readers.)
///
/// "xxbos on it", ["xxbos"] → ["xxbos", " ", "o", "n", " ", "i", "t"]
///
/// A sign is what Swift calls a `Character`: what people see as one. Two spaces in a row are two tokens.
public func signs(of text: String, special: [String]) throws -> [String] {
    throw Unanswered("10.1")
}
