// Nudge: Go back in two steps: through the ReLU, and then through the sum, which has two parts.
// Idea: Where the sum is above 0, the gradient passes the ReLU; elsewhere it is 0. What has passed goes to x directly,
//   and once more through x · wᵀ, whose gradients are those of a linear layer.
// Almost: Let g be the part of dy that has passed. w[j, k] leads from x's column k to y's column j. So dw has a row for
//   each column of g, summed over the batch: a product of g and x, one of which is transposed. And column k of x gets
//   back, from each column j of g, what went there by w[j, k]: is that g · w or g · wᵀ? The way around the weights
//   comes on top.

import Tensors

public func blockGradients(_ x: Tensor, _ w: Tensor, dy: Tensor) throws -> (dx: Tensor, dw: Tensor) {
    let sum = x + x.matmul(w.T)
    let passed = dy * Tensor(sum .> 0)
    return (passed + passed.matmul(w), passed.T.matmul(x))
}
