// Nudge: Follow the formula from the inside out, row by row. Which steps keep the shape [n, k], and which leave [n]?
// Idea: `exp()` and `log()` are there, and `sum(axis: 1)` sums each row. The score of the right class is picked by
//   `scores.gathered(axis: 1, labels.unsqueezed(1))`, which is [n, 1]: take care that [n] never meets [n, 1].
// Almost: Subtract the largest score of each row first: `scores - scores.max(axis: 1, keepingAxes: true).values`. That
//   changes nothing in the result, and keeps e¹⁰⁰⁰ from overflowing. Then `(exp.sum.log - right).mean()`, with `right`
//   squeezed to [n].

import Tensors

public func tenClassLoss(_ scores: Tensor, _ labels: IntTensor) throws -> Tensor {
    // Only differences of scores count. With the largest at 0, no exponential can overflow.
    let s = scores - scores.max(axis: 1, keepingAxes: true).values
    let right = s.gathered(axis: 1, labels.unsqueezed(1)).squeezed(1)
    return (s.exp().sum(axis: 1).log() - right).mean()
}
