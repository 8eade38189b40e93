// Exercise 4.20 · One epoch of training                needs 4.15, 4.19
// Section 4.13, questions 25 and 33: Chapters/04-DigitClassifier/13-TrainingLoop.swift
//
// Nudge: The page has the epoch in five lines of words. You have built each of them by now.
// Idea: For every batch: scores from the linear model, `mnistLoss`, `backward()`, `takeStep`. Remember the loss.
// Almost: Scores are `x.matmul(parameters[0]) + parameters[1]`. The step comes inside the loop, after every batch, and
//   the loss to remember is the one before it: `loss.item`.

import Tensors

/// One epoch of a linear model: for every batch predict, compute `mnistLoss`, and take a step. Returns the loss of
/// every batch, as it was before the batch's step.
/// Batches of x [n, m] and y [n, 1]; parameters: the weights [m, 1] and the bias [1], both tracked.
public func trainEpoch(
    _ batches: [(x: Tensor, y: Tensor)], _ parameters: inout [Tensor], learningRate: Float
) throws -> [Float] {
    var losses: [Float] = []
    for (x, y) in batches {
        let scores = x.matmul(parameters[0]) + parameters[1]
        let loss = try mnistLoss(scores, y)
        loss.backward()
        // After every batch, not after all: so an epoch has many steps, and each starts where the last one ended.
        try takeStep(&parameters, learningRate: learningRate)
        losses.append(loss.item)
    }
    return losses
}
