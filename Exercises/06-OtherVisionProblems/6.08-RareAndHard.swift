// Exercise 6.8 · Rare and hard
// Section 6.3, question 6.12: Chapters/06-OtherVisionProblems/03b-BinaryCrossEntropy.swift

import Practice

/// A loss for rare things and hard questions: weighted, focal binary cross-entropy, the mean over all questions.
///
/// Let q be the probability of the right answer: σ(x) where the thing is there, 1 - σ(x) where it is not. Binary
/// cross-entropy takes -ln q. Here that is multiplied by (1 - q) to the power of `gamma` (0 or more), which makes easy
/// questions count for less; and, where the thing is there, by `weight` (T.-Y. Lin and others, "Focal Loss for Dense
/// Object Detection", 2017). A gamma of 0 and a weight of 1 give binary cross-entropy. Activations may be as large as
/// ±10,000; the result is finite.
///
/// Example: an activation of 2 of a thing that is there, weight 1, gamma 2 → 0.1269 · 0.1192² = 0.0018.
///
/// nil if there are no activations, or not as many truths.
public func focalLoss(_ activations: [Float], _ isThere: [Bool], weight: Float, gamma: Float) throws -> Float? {
    throw Unanswered("6.8")
}
