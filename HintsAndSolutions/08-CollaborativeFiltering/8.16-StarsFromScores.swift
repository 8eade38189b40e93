// Nudge: Softmax makes probabilities, [b, stars]. The stars themselves are 1, 2, 3 and so on: a tensor of one axis.
// Idea: A mean by probabilities is a sum of products. The variance is the mean of the squared distances from the
//   expected stars.
// Almost: `let stars = Tensor((1...scores.shape[1]).map { Float($0) })`, and `p * stars` has the terms of all means.
//   `expected` is [b]; to subtract it from the stars, it needs an axis more, `unsqueezed(1)`. `argmax(axis: 1)` counts
//   from 0, and the stars do not.

import Tensors

public func starsFromScores(_ scores: Tensor) throws -> (expected: Tensor, likely: [Int], deviation: Tensor) {
    let p = scores.softmax(axis: 1)
    let stars = Tensor((1...scores.shape[1]).map { Float($0) })
    let expected = (p * stars).sum(axis: 1)
    let variance = (p * (stars - expected.unsqueezed(1)).squared()).sum(axis: 1)
    return (expected, scores.argmax(axis: 1).scalars.map { $0 + 1 }, variance.sqrt())
}
