// Exercise 10.16 · Copies that were touched up
// Section 10.3, further research 2: Chapters/10-FilmReviews/03-MillionsOfLetters.swift

import Practice

/// How many of these comments are unique, if capitals, white space, and everything that is no letter or number do not
/// count? A comment is unique if no other one is the same then. (Further research 2: where texts cannot be told apart,
/// one can still ask how many people really wrote something of their own.)
///
/// ["Keep it!", "keep  it", "Sell it."] → 1
///
/// A comment without letters and numbers is not unique. Letters are those of any language. Words stay words: "a b" and
/// "ab" are different.
public func uniqueComments(_ comments: [String]) throws -> Int {
    throw Unanswered("10.16")
}
