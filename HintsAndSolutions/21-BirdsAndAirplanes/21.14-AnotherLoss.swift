// Nudge: Everything is a table [n, classes] but the sum, which is a column [n, 1]. And what is the gradient of
//   cross-entropy, in terms of e?
// Idea: p by `softmax(axis: 1)`, y by rows of `Tensor.eye(classes)`, the sum with `keepingAxes: true`. The gradient of
//   cross-entropy is e / n. The shares then are row sums of absolute numbers.
// Almost: With p and e at hand, the formula is one line; Σ p·e is `(p * e).sum(axis: 1, keepingAxes: true)`. Then
//   `abs().sum(axis: 1)` of both gradients, and `zip` over their `scalars` for the shares, in which 0 / 0 has to be 0.

import Tensors

public func squaredErrorGradient(_ scores: Tensor, _ labels: [Int]) throws -> (gradient: Tensor, steps: [Float]) {
    let (n, classes) = (scores.shape[0], scores.shape[1])
    let p = scores.softmax(axis: 1)
    let e = p - Tensor.eye(classes).rows(labels)
    let gradient = 2 * p * (e - (p * e).sum(axis: 1, keepingAxes: true)) / Float(n * classes)
    let (squared, crossEntropy) = (gradient.abs().sum(axis: 1), (e / Float(n)).abs().sum(axis: 1))
    let steps = zip(squared.scalars, crossEntropy.scalars).map { $1 == 0 ? 0 : $0 / $1 }
    return (gradient, steps)
}
