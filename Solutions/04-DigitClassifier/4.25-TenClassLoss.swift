// Exercise 4.25 · A loss for ten classes
// Section 4.11, further research 2: Chapters/04-DigitClassifier/11-Sigmoid.swift
//
// Nudge: Follow the formula from the inside out, row by row. Which steps keep the shape [n, k], and which leave [n]?
// Idea: `exp()` and `log()` are there, and `sum(axis: 1)` folds a row. The score of the right class is picked by
//   `scores.gathered(axis: 1, labels.unsqueezed(1))`, which is [n, 1]: take care that [n] never meets [n, 1].
// Almost: Take the largest score of each row away first: `scores - scores.max(axis: 1, keepingAxes: true).values`. That
//   changes nothing in the result, and keeps e¹⁰⁰⁰ from overflowing. Then `(exp.sum.log - right).mean()`, with `right`
//   squeezed to [n].

import Tensors

/// The loss of scores for k classes, when the right one is known: the mean over all items of
/// ln(e^s₀ + e^s₁ + … + e^sₖ₋₁) − s_right. It is small when the right score is well above all others. (Chapter 5 tells
/// its name.) As a tensor of one number that can be differentiated, and finite also for scores like 1000.
/// scores [n, k], labels [n], each 0 ..< k. Scores [[0, 0]] → ln 2 = 0.693, whatever the label.
public func tenClassLoss(_ scores: Tensor, _ labels: IntTensor) throws -> Tensor {
    // Only differences of scores count. With the largest at 0, no exponential can overflow.
    let s = scores - scores.max(axis: 1, keepingAxes: true).values
    let right = s.gathered(axis: 1, labels.unsqueezed(1)).squeezed(1)
    return (s.exp().sum(axis: 1).log() - right).mean()
}
