// Exercise 4.9 · Gradient descent on a parabola
// Section 4.7, question 17: Chapters/04-DigitClassifier/07-LearningRate.swift
//
// Nudge: Work out the first step by hand: how steep is the parabola at −1.5, and which way is down?
// Idea: Keep one number, the place you are at. Each turn of the loop changes it and remembers what it is now.
// Almost: `x -= learningRate * 2 * x`, then append x to the list. A rate of 1 makes x jump from side to side for
//   ever, and anything above makes it run away: both are right.

/// Walks down f(x) = x² and returns the place after each step: `steps` numbers, the start not among them.
/// Each step goes against the slope of f, which is 2x, by `learningRate` times that slope.
/// From −1.5 at a rate of 0.1: −1.2, −0.96, −0.768, …
public func gradientDescent(from start: Float, learningRate: Float, steps: Int) throws -> [Float] {
    var x = start
    return (0..<steps).map { _ in
        x -= learningRate * 2 * x
        return x
    }
}
