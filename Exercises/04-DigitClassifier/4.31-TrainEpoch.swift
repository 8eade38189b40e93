// Exercise 4.31 · One epoch of training                needs exercises 4.24, 4.30
// Section 4.13, questions 4.25 and 4.33: Chapters/04-DigitClassifier/13-TrainingLoop.swift

import Practice
import Tensors

/// One epoch of a linear model: for every batch, predict, compute `mnistLoss`, and take a step. Returns the loss of
/// every batch, as it was before that batch's step.
/// Batches of x [n, m] and y [n, 1]; parameters: the weights [m, 1] and the bias [1], both tracked.
public func trainEpoch(
    _ batches: [(x: Tensor, y: Tensor)], _ parameters: inout [Tensor], learningRate: Float
) throws -> [Float] {
    throw Unanswered("4.31")
}
