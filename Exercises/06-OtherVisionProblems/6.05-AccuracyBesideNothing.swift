// Exercise 6.5 · Accuracy beside nothing
// Section 6.3, question 6.13: Chapters/06-OtherVisionProblems/03e-CountingRightAnswers.swift

import Practice

/// The share of right answers, and the share that saying nothing would get.
///
/// There is a row of activations for each photo, and a row of truths of the same length. A thing is said if the sigmoid
/// of its activation is above the threshold, which is above 0 and below 1. Activations may be as large as ±10,000.
///
/// Example: activations [[2, -1], [0.5, 3]], truths [[true, true], [false, true]], threshold 0.5 → 0.5 and 0.25.
///
/// nil if there are no cells, or the rows differ in number or in length.
public func accuracies(
    _ activations: [[Float]], _ isThere: [[Bool]], threshold: Float
) throws -> (Double, Double)? {
    throw Unanswered("6.5")
}
