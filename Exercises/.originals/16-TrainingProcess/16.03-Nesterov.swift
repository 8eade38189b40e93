// Exercise 16.3 · Momentum that looks ahead
// Section 16.3, question 16.7: Chapters/16-TrainingProcess/03c-Velocity.swift

import Practice
import Tensors

/// One step of *Nesterov's* momentum. (I. Sutskever and others, "On the importance of initialization and momentum in
/// deep learning", 2013.) The average is the undamped one of the page, beginning with zeros:
///
///     average ← momentum · average + g
///
/// But the step does not go along this average. It goes along what the average would be after one more step with the
/// same gradient. So it turns earlier when the gradient does.
///
/// Returns the new weights and the new average. `average` is nil in the first step. With a momentum of 0 it is plain
/// descent. All tensors have the same shape.
///
/// p = [1], g = [2], average = [10], rate 0.1, momentum 0.5 → average [7], p = [1 − 0.1 · 5.5] = [0.45].
public func nesterovStep(
    _ p: Tensor, _ g: Tensor, average: Tensor?, learningRate: Float, momentum: Float
) throws -> (p: Tensor, average: Tensor) {
    throw Unanswered("16.3")
}
