// Nudge: Go back in two steps: through the ReLU, and then through the sum, which has two parts.
// Idea: Where the sum is above 0, the gradient passes the ReLU; elsewhere it is 0. What has passed goes to x directly,
//   and once more through x · wᵀ, whose gradients are those of a linear layer.
// Almost: With g = dy · (1 where x + x · wᵀ > 0), dx = g + g · w and dw = gᵀ · x.

import Tensors

public func blockGradients(_ x: Tensor, _ w: Tensor, dy: Tensor) throws -> (dx: Tensor, dw: Tensor) {
    let sum = x + x.matmul(w.T)
    let passed = dy * Tensor(sum .> 0)
    return (passed + passed.matmul(w), passed.T.matmul(x))
}
