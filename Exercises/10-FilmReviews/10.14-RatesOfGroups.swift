// Exercise 10.14 · Rates of groups that learn
// Section 10.2, question 10.21: Chapters/10-FilmReviews/02g-GradualUnfreezing.swift

import Practice

/// The learning rate of each of `groups` groups of a net, from the first to the last, where only the last `learning` of
/// them learn. The last has the rate `highest`, each before it 1/2.6 of the one after it, and frozen ones have 0.
///
/// 3 groups, of which 2 learn, highest 0.26 → [0, 0.1, 0.26]
///
/// `learning` is from 0 to `groups`.
public func ratesOfGroups(_ groups: Int, learning: Int, highest: Double) throws -> [Double] {
    throw Unanswered("10.14")
}
