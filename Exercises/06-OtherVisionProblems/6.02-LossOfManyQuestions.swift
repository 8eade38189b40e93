// Exercise 6.2 · The loss of many questions
// Section 6.3, question 6.12: Chapters/06-OtherVisionProblems/03b-BinaryCrossEntropy.swift

import Practice

/// Binary cross-entropy of activations, and its gradient: one number for each activation.
///
/// The loss is the mean over all of them of -ln σ(x) where the target is 1, and -ln(1 - σ(x)) where it is 0. Targets
/// may also lie between the two: then both parts count, the first with the target as its weight, the second with the
/// rest. Activations may be as large as ±10,000, where σ rounds to 0 or 1: all results are finite nevertheless, and
/// exact to about six digits.
///
/// Example: activations 0 and 2, targets 1 and 1 → loss (0.693 + 0.127) / 2 = 0.410, gradient -0.25, -0.0596.
///
/// nil if there are no activations, or not as many targets.
public func lossAndGradient(_ activations: [Float], _ targets: [Float]) throws -> (Float, [Float])? {
    throw Unanswered("6.2")
}
