// Exercise 10.13 · Draw a token
// Section 10.2: Chapters/10-FilmReviews/02d-Writing.swift

import Practice

/// The token that a language model writes next, by its number: each is as probable as softmax(scores / temperature)
/// says, but those in `never` are not drawn at all. `chance` is a random number from 0 up to, but not including, 1.
/// Imagine the allowed tokens in their order, side by side on a line from 0 to 1, each as wide as it is probable among
/// the allowed ones: the token at the place `chance` is drawn.
///
/// scores [0, 0, 0], never [0], temperature 1, chance 0.6 → 2: token 1 is from 0 to 0.5, token 2 from 0.5 to 1
///
/// Scores may be as large as 1000. At least one token is allowed, and the temperature is above 0.
public func drawnToken(_ scores: [Double], temperature: Double, never: [Int], chance: Double) throws -> Int {
    throw Unanswered("10.13")
}
