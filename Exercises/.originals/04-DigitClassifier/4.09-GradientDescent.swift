// Exercise 4.9 · Gradient descent on a parabola
// Section 4.7, question 4.17: Chapters/04-DigitClassifier/07-LearningRate.swift

import Practice

/// Walks down f(x) = x² and returns x after each step: `steps` numbers, without the start.
/// Each step goes against the slope of f, which is 2x, by `learningRate` times that slope.
/// From −1.5 at a rate of 0.1: −1.2, −0.96, −0.768, …
public func gradientDescent(from start: Float, learningRate: Float, steps: Int) throws -> [Float] {
    throw Unanswered("4.9")
}
