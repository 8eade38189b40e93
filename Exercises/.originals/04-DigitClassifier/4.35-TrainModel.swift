// Exercise 4.35 · Train, and know when to stop                needs exercises 4.24, 4.33, 4.34
// Section 4.14, questions 4.14 and 4.33: Chapters/04-DigitClassifier/14-Optimizer.swift

import Layers
import Practice
import Tensors

/// Trains a model epoch by epoch with `mnistLoss` and a `BasicOptimizer`, one step after each batch of `train`, and
/// returns the accuracy on `valid` after each epoch: your `validateEpoch`, `ofItems`. (The book's `train_model`.)
///
/// It stops after `epochs` epochs; or earlier, after `patience` epochs in a row without a new best accuracy. Equal is
/// not better, and the accuracy of the first epoch is always a new best. With a patience of 2 and accuracies of 0.7,
/// 0.8, 0.8, 0.75, the fourth epoch is the last. Batches of x [b, m] and y [b, 1]; patience is at least 1.
public func trainModel(
    _ model: any Layer<Tensor, Tensor>, train: [(x: Tensor, y: Tensor)], valid: [(x: Tensor, y: Tensor)],
    learningRate: Float, epochs: Int, patience: Int
) throws -> [Float] {
    throw Unanswered("4.35")
}
