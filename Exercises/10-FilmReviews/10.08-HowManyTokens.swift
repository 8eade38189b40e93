// Exercise 10.8 · How many tokens are enough?
// Section 10.1, question 10.15: Chapters/10-FilmReviews/01h-Numbers.swift

import Practice

/// How many tokens does a vocabulary need, so that at least `percent` of 100 places in the texts have a token that is
/// in it? The most frequent tokens are taken first. `counts` says how often each token occurs, in any order.
///
/// [1, 6, 3], 90 percent → 2, since 6 and 3 of 10 places are covered
///
/// 0 if there are no places, or `percent` is 0. `percent` is from 0 to 100.
public func tokensNeeded(_ counts: [Int], percent: Int) throws -> Int {
    throw Unanswered("10.8")
}
