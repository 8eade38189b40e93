// Exercise 3.4 · Seen unequally often
// Section 3.3, question 3.6: Chapters/03-DataEthics/03c-WhereToPatrol.swift

import Practice

/// The share of all incidents that are in district A, estimated from patrols that were there with different
/// probabilities. Each patrol has the district it went to, the probability with which it was sent to *that* district,
/// and whether it found something. As on the page, a find counts 1 divided by that probability.
///
/// nil if nobody found anything.
///
/// In A [true, true, false], probabilities [0.8, 0.8, 0.2], found [true, false, true] → 1.25 / (1.25 + 5) = 0.2
public func shareOfA(isA: [Bool], probabilities: [Double], found: [Bool]) throws -> Double? {
    throw Unanswered("3.4")
}
