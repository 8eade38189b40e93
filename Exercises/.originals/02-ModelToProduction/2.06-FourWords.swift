// Exercise 2.6 · Four words above a photo
// Section 2.4, question 2.18: Chapters/02-ModelToProduction/04c-TopLosses.swift

import Practice

/// The titles of the photos with the largest losses, the largest first.
///
/// Row i of `probabilities` has, for photo i, a probability for each of `classes`, and `actual[i]` is the place of its
/// label among them. Its loss is -ln of the probability of the *actual* label. Its title has four things with " / "
/// between them: what is predicted (the class with the largest probability, the first of several), the actual label,
/// the loss, and the probability of what is *predicted*; both numbers with two decimals. Where the actual label has
/// probability 0, the loss is "inf". Return at most `count` titles, and none if `count` is below 0; photos with the
/// same loss are in the order of their places.
///
/// Example: classes ["black", "grizzly"], probabilities [[0.9, 0.1], [0.2, 0.8]], actual [1, 1], count 1 →
/// ["black / grizzly / 2.30 / 0.90"].
public func titles(_ probabilities: [[Double]], actual: [Int], classes: [String], count: Int) throws -> [String] {
    throw Unanswered("2.6")
}
