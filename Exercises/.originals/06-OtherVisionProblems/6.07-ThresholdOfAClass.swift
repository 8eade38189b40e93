// Exercise 6.7 · A threshold for each class
// Section 6.3, question 6.14: Chapters/06-OtherVisionProblems/03j-ClassByClass.swift

import Practice

/// The threshold with the best F1, out of all that make a difference; and that F1.
///
/// For one class, there is a probability for each photo, and whether the thing is there. It is said if the probability
/// is *at least* the threshold. So only the probabilities themselves need be tried. Where several are equally good,
/// take the highest. F1 is 2 right / (said + there).
///
/// Example: probabilities 0.9, 0.8, 0.3, truths true, false, true → at 0.9 it is 2/3, at 0.8 it is 0.5, at 0.3 it is
/// 0.8: the threshold 0.3.
///
/// nil if the thing is on no photo, or there is not one truth for each probability.
public func bestThreshold(_ probabilities: [Float], _ isThere: [Bool]) throws -> (Float, Double)? {
    throw Unanswered("6.7")
}
