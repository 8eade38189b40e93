// Exercise 4.30 · One step of the optimizer
// Section 4.13, questions 4.23 and 4.31: Chapters/04-DigitClassifier/13-TrainingLoop.swift

import Practice
import Tensors

/// Moves every parameter against its gradient, by `learningRate` times the gradient, and clears the gradient.
/// A parameter stays tracked, so that it can learn again. One without a gradient stays as it is.
/// A parameter [1, 2] with the gradient [10, −10] at a rate of 0.1 → [0, 3].
public func takeStep(_ parameters: inout [Tensor], learningRate: Float) throws {
    throw Unanswered("4.30")
}
