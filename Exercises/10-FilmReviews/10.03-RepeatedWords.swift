// Exercise 10.3 · A word that comes again and again
// Section 10.1, question 10.12: Chapters/10-FilmReviews/01f-RuleByHand.swift

import Practice

/// The rule for repeated words. Where a word comes three times or more in a row, "xxwrep", how often it comes, and the
/// word stand in its place. (The book's `replace_wrep`, on a list of words.)
///
/// ["very", "very", "very", "good"] → ["xxwrep", "3", "very", "good"]
///
/// Words that differ in a capital are different. Two in a row stay as they are.
public func repeatedWordsMarked(_ words: [String]) throws -> [String] {
    throw Unanswered("10.3")
}
