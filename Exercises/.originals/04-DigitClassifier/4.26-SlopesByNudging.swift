// Exercise 4.26 · Why accuracy cannot train                needs exercise 4.24
// Section 4.11, question 4.20: Chapters/04-DigitClassifier/11b-LossOrMetric.swift

import Practice
import Tensors

/// How fast two numbers rise when a weight of a linear model grows: the accuracy, which is the share of scores on the
/// right side of 0 (a score above 0 means 1, any other 0), and the loss, `mnistLoss`. By experiment: nudge one weight,
/// measure again, divide the rise by the nudge, and put the weight back before you nudge the next one.
/// The scores are x · weights. x [n, m], weights [m, 1], targets [n, 1] → two slopes for each weight: [m] and [m].
///
/// When you are done, compare the two for a small nudge: which one tells you where to go?
public func slopesByNudging(
    _ x: Tensor, _ weights: Tensor, _ targets: Tensor, nudge: Float
) throws -> (accuracy: Tensor, loss: Tensor) {
    throw Unanswered("4.26")
}
