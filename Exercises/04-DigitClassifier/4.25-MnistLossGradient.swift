// Exercise 4.25 · The same loss, differentiated by hand                needs exercise 4.22
// Section 4.11, question 4.18: Chapters/04-DigitClassifier/11b-LossOrMetric.swift

import Practice
import Tensors

/// The gradient of the loss of exercise 4.24 with respect to the scores: how fast the loss rises when one of them does.
/// scores [n, 1], targets [n, 1] → [n, 1]. With pen and paper, without `backward`.
/// Scores [[0], [4]] and targets [[1], [0]] → [[−0.125], [0.00883]]: a higher score would help the first and harm
/// the second.
public func mnistLossGradient(_ scores: Tensor, _ targets: Tensor) throws -> Tensor {
    throw Unanswered("4.25")
}
