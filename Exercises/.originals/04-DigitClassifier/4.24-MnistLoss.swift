// Exercise 4.24 · A loss to learn from                needs exercise 4.22
// Section 4.11, question 4.20: Chapters/04-DigitClassifier/11b-LossOrMetric.swift

import Practice
import Tensors

/// How wrong the scores are: with p = sigmoid of the score, 1 − p where the target is 1 and p where it is 0, and the
/// mean of that over all items, as a tensor of one number that can be differentiated.
/// scores [n, 1], targets [n, 1]. Scores [[0], [4]] and targets [[1], [0]] → (0.5 + 0.982) / 2 = 0.741.
public func mnistLoss(_ scores: Tensor, _ targets: Tensor) throws -> Tensor {
    throw Unanswered("4.24")
}
