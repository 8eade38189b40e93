// Exercise 4.12 · Gradient descent that knows when to stop
// Section 4.7, question 4.17: Chapters/04-DigitClassifier/07-LearningRate.swift

import Practice

/// Walks down a function of one number of which nothing is known but its slope: each step changes x by
/// −learningRate · slope(x). Returns x after each step, without the start, and how the walk ended. It ends
/// - when it has arrived: the step just made was shorter than 0.0001;
/// - or when it diverges: the step just made led beyond ±1,000,000, or to a number that is not finite;
/// - or after `steps` steps, neither arrived nor diverged.
///
/// The step that ends the walk is in the path, too. From −1.5 along slope(x) = 2x: at a rate of 0.1, −1.2, −0.96,
/// −0.768 and so on until it arrives near 0; at a rate of 1, 1.5, −1.5, 1.5, … until the steps are used up.
public func gradientDescent(
    along slope: (Float) -> Float, from start: Float, learningRate: Float, steps: Int
) throws -> (path: [Float], arrived: Bool, diverged: Bool) {
    throw Unanswered("4.12")
}
