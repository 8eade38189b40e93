// Exercise 4.21 · The first loss, and when it holds
// Section 4.10, question 4.16: Chapters/04-DigitClassifier/10b-AccuracyIsNoLoss.swift

import Practice
import Tensors

/// The mean distance of the predictions from what they should be: 1 − p where the target is 1, p where it is 0, as a
/// tensor of one number that can be differentiated. (The book's first `mnist_loss`.)
/// Predictions [0.9, 0.4, 0.2], targets [1, 0, 1] → (0.1 + 0.4 + 0.8) / 3 = 0.433.
///
/// Predictions may be [n] or [n, 1], and so may targets, also one of each: number k of the one always belongs to number
/// k of the other. nil where the mean would say nothing: when a prediction is not within 0...1 (NaN is not), or
/// when there are not as many predictions as targets. n is at least 1, targets are 0 or 1.
public func mnistLossV1(_ predictions: Tensor, _ targets: Tensor) throws -> Tensor? {
    throw Unanswered("4.21")
}
