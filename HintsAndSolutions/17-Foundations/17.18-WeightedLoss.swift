// Nudge: Look at the shapes first. If output stays [n, 1], the difference is [n, n], and nobody tells you.
// Idea: Take away the last axis of the output, and no other: a batch of one item must keep its axis of items. For the
//   gradient, only one term of the sum has outputᵢ in it.
// Almost: With d = output.squeezed(-1) - target, the loss is (weights * d.squared()).sum() / weights.sum(), and the
//   gradient 2 * weights * d / weights.sum(), with the last axis put back.

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
