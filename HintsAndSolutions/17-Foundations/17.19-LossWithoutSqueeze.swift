// Nudge: The page has a formula for this mean, and it has no pairs in it.
// Idea: Variance of the outputs, plus variance of the targets, plus the square of what lies between the two means. It
//   must be the variance that divides by n, not by n - 1, since the mean over the pairs divides by all of them.
// Almost: `variance(unbiased: false)` subtracts the mean before it squares, so no digits are lost. `output.mean().item
//   - target.mean().item` is the distance between the means. (mean(o²) - 2 · mean(o) · mean(y) + mean(y²) would be
//   right on paper, and wrong near 1000.)

import Tensors

public func lossWithoutSqueeze(_ output: Tensor, _ target: Tensor) throws -> Float {
    let gap = output.mean().item - target.mean().item
    // Nothing in it says which target belongs to which output. That is all that is wrong with it.
    return output.variance(unbiased: false).item + target.variance(unbiased: false).item + gap * gap
}
