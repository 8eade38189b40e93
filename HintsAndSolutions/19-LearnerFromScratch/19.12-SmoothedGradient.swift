// Nudge: For a hard truth it is the probabilities minus the truth. Does anything in that depend on the truth being
//   hard?
// Idea: It is (softmax − truth) / n again, with another truth: ε / classes everywhere, and 1 − ε more at the label.
// Almost: `Tensor.eye(classes).rows(labels)` has a row with a 1 for each label. For a softmax that does not overflow,
//   take the largest score off each row before `exp`, or use the engine's `softmax`.

import Tensors

public func crossEntropyGradient(_ scores: Tensor, _ labels: [Int], smoothing: Float) throws -> Tensor {
    let classes = scores.shape[1]
    let powers = (scores - scores.max(axes: [1], keepingAxes: true)).exp()
    let probabilities = powers / powers.sum(axis: 1, keepingAxes: true)
    let truth = (1 - smoothing) * Tensor.eye(classes).rows(labels) + smoothing / Float(classes)
    return (probabilities - truth) / Float(labels.count)
}
