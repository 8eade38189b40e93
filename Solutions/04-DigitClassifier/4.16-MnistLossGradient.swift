// Exercise 4.16 · The same loss, derived by hand                needs 4.14
// Section 4.11, question 18: Chapters/04-DigitClassifier/11-Sigmoid.swift
//
// Nudge: Each score appears in one term of the mean. So each can be derived alone.
// Idea: Three factors come together: the slope of the sigmoid at this score, its sign (does p or 1 − p count?), and
//   what the mean makes of one term among n.
// Almost: `sigmoidSlope(scores)`, times −1 where the target is 1 and +1 where it is 0 (`Tensor.where` again), divided
//   by the number of items.

import Tensors

/// The gradient of the loss of 4.15 with respect to the scores: how fast the loss rises when one score does.
/// scores [n, 1], targets [n, 1] → [n, 1]. With pen and paper, without `backward`.
/// Scores [[0], [4]] and targets [[1], [0]] → [[−0.125], [0.00883]]: more score would help the first and harm the
/// second.
public func mnistLossGradient(_ scores: Tensor, _ targets: Tensor) throws -> Tensor {
    // Loss of one item: 1 − p falls as fast as p rises.
    let sign = Tensor.where(targets .== 1, Tensor(-1), Tensor(1))
    // A mean over n items hands each of them the n-th part.
    return try sign * sigmoidSlope(scores) / Float(scores.count)
}
