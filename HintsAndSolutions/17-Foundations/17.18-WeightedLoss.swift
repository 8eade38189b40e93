// Nudge: Look at the shapes first. If output stays [n, 1], the difference is [n, n], and nobody tells you.
// Idea: Take away the last axis of the output, and no other: a batch of one item must keep its axis of items. For the
//   gradient, only one term of the sum has outputᵢ in it.
// Almost: With d = output.squeezed(-1) - target, the loss divides (weights * d.squared()).sum() by the sum of the
//   weights. In the gradient, what becomes of the square, and which sum is still there? At the end, `unsqueezed(-1)`
//   puts the axis back.

import Tensors

public func weightedMSE(_ output: Tensor, _ target: Tensor, weights: Tensor) throws -> Tensor {
    let difference = output.squeezed(-1) - target
    return (weights * difference.squared()).sum() / weights.sum()
}

public func weightedMSEGradient(_ output: Tensor, _ target: Tensor, weights: Tensor) throws -> Tensor {
    let difference = output.squeezed(-1) - target
    // A gradient has the shape of what it belongs to.
    return (2 * weights * difference / weights.sum()).unsqueezed(-1)
}
