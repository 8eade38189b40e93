// Exercise 4.42 · A loss for ten classes
// Section 4.11, further research 2: Chapters/04-DigitClassifier/11b-LossOrMetric.swift

import Practice
import Tensors

/// The loss of scores for k classes, given the right class of each item: the mean over all items of
/// ln(e^s₀ + e^s₁ + … + e^sₖ₋₁) − s_right. It is small when the right score is well above all others. (Chapter 5 gives
/// it a name.) It is a tensor of one number that can be differentiated. It has to be right even for scores like 1000
/// and −1000, where e^s is ∞ or 0 as a Float.
/// scores [n, k], labels [n], each 0 ..< k. Scores [[0, 0]] → ln 2 = 0.693, whatever the label.
public func tenClassLoss(_ scores: Tensor, _ labels: IntTensor) throws -> Tensor {
    throw Unanswered("4.42")
}
