// Exercise 4.13 · The largest learning rate, by trial                needs exercise 4.12
// Section 4.7, question 4.17: Chapters/04-DigitClassifier/07-LearningRate.swift

import Practice

/// The largest learning rate at which gradient descent does not diverge, within 1 %. `slope` is the slope of a parabola
/// that opens upwards; how wide it is and where its lowest point is, nobody tells you. `start` is at least 1 away from
/// that point. For slope(x) = 2x → about 1: below it, every step lands nearer to 0; above it, farther away.
public func largestRate(along slope: (Float) -> Float, from start: Float) throws -> Float {
    throw Unanswered("4.13")
}
