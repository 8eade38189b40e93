// Nudge: Follow the formula from the inside out, row by row. Which steps keep the shape [n, k], and which leave [n]?
// Idea: `exp()` and `log()` are there, and `sum(axis: 1)` sums each row. `scores.gathered(axis: 1, places)` picks from
//   each row the numbers at the places in the same row of `places`: from [[5, 6, 7], [8, 9, 10]] with [[2], [0]] it
//   takes [[7], [8]]. Here each row has one place, its label: `labels.unsqueezed(1)` is [n, 1].
// Almost: Subtract the largest score of each row first; that changes nothing in the result, and no e^s is ∞ any more.
//   `scores.max(axis: 1, keepingAxes: true).values` has them, as [n, 1] (`max` along an axis gives two things: the
//   values, and where they are). From there on, take the differences in place of the scores, in both parts of the
//   formula. What was gathered is [n, 1]; `squeezed(1)` makes it [n], since [n] minus [n, 1] would be [n, n].

import Tensors

public func tenClassLoss(_ scores: Tensor, _ labels: IntTensor) throws -> Tensor {
    // Only differences of scores count. With the largest at 0, no exponential can overflow.
    let s = scores - scores.max(axis: 1, keepingAxes: true).values
    let right = s.gathered(axis: 1, labels.unsqueezed(1)).squeezed(1)
    return (s.exp().sum(axis: 1).log() - right).mean()
}
