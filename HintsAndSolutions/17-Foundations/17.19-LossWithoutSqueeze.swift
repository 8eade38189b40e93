// Nudge: Section 17.8 has a formula for this mean, and it has no pairs in it. For the gradient, write the mean as a sum
//   over i and j, and look for the terms in which outputᵢ stands.
// Idea: Variance of the outputs, plus variance of the targets, plus the square of what lies between the two means. It
//   must be the variance that divides by n, not by n - 1, since the mean over the pairs divides by all of them. In the
//   gradient of outputᵢ there are m terms, one for each target: the sum of 2 (outputᵢ - targetⱼ) over j, divided by n ·
//   m.
// Almost: `variance(unbiased: false)` subtracts the mean before it squares, so no digits are lost; subtract the two
//   means from each other before you square, too. (mean(o²) - 2 · mean(o) · mean(y) + mean(y²) would be right on paper,
//   and wrong near 1000.) In the gradient, the m terms of outputᵢ can be added up: what is left of the targets is their
//   mean.

import Tensors

public func lossWithoutSqueeze(_ output: Tensor, _ target: Tensor) throws -> Float {
    let gap = output.mean().item - target.mean().item
    // Nothing in it says which target belongs to which output. That is all that is wrong with it.
    return output.variance(unbiased: false).item + target.variance(unbiased: false).item + gap * gap
}

public func lossWithoutSqueezeGradient(_ output: Tensor, _ target: Tensor) throws -> Tensor {
    // The sum over the targets leaves nothing of them but their mean.
    2 * (output - target.mean()) / Float(output.count)
}
