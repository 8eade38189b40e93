// Exercise 3.6 · Errors of groups
// Section 3.3, question 3.10: Chapters/03-DataEthics/03j-ErrorsByGroup.swift

import Practice

/// For each group two numbers: the share of people with the target false that got a yes (false positives), and the
/// share of people with the target true that got a no (false negatives). A share of nobody is nil.
///
/// Predictions [true, true, false, false], targets [true, false, true, false], groups ["A", "A", "A", "B"] →
/// ["A": [1, 0.5], "B": [0, nil]]
public func errorRates(_ predictions: [Bool], _ targets: [Bool], groups: [String]) throws -> [String: [Double?]] {
    throw Unanswered("3.6")
}
