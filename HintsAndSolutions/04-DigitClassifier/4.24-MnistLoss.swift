// Nudge: For one image: the model says 0.9. How far is that from right if it is a three, how far if it is a seven?
// Idea: First `sigmoid`, so that scores become 0...1. Then for each item one of two distances: `Tensor.where` takes a
//   mask and two tensors, and chooses item by item.
// Almost: `Tensor.where(mask, a, b)` takes the numbers of a where the mask is true, and those of b elsewhere. The mask
//   is `targets .== 1`. With `let p = try sigmoid(scores)`, what goes into the place of a, and what into that of b? The
//   loss is the mean of what comes out.

import Tensors

public func mnistLoss(_ scores: Tensor, _ targets: Tensor) throws -> Tensor {
    let p = try sigmoid(scores)
    return Tensor.where(targets .== 1, 1 - p, p).mean()
}
