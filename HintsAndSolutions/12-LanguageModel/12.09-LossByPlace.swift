// Nudge: The flattened loss is a mean over rows and places at once. Keep the places apart, and take the mean over the
//   rows only.
// Idea: `logSoftmax(axis: 2)` makes logarithms of probabilities, safely for large scores. Then pick the one of the
//   right word at each place; `gathered(axis:_:)` does that, and wants an index of as many axes as the scores.
// Almost: `scores.logSoftmax(axis: 2).gathered(axis: 2, next.unsqueezed(2))` is [batch, words, 1]. Without its last
//   axis, and averaged over axis 0, it is the result but for the sign. (Or call `crossEntropy` for each place, and
//   `stack` what it gives.)

import Tensors

public func lossByPlace(_ scores: Tensor, _ next: IntTensor) throws -> Tensor {
    let logProbabilities = scores.logSoftmax(axis: 2)
    let right = logProbabilities.gathered(axis: 2, next.unsqueezed(2)).squeezed(2)
    return -right.mean(axis: 0)
}
