// Nudge: Read the names aloud, from the last word to the first: that is the order in which to compute.
// Idea: A tensor has `abs()`, `squared()`, `sqrt()` and `mean()`, and each of them gives a tensor again.
// Almost: `(a - b).abs().mean()` is the first. The second squares in place of `abs`, and takes the root at the very
//   end, of the one number that `mean` left.

import Tensors

public func l1Distance(_ a: Tensor, _ b: Tensor) throws -> Tensor {
    (a - b).abs().mean()
}

public func rmse(_ a: Tensor, _ b: Tensor) throws -> Tensor {
    // The root undoes the square, so that the distance has the unit of the pixels again.
    (a - b).squared().mean().sqrt()
}
