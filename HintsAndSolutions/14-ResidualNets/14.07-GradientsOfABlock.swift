// Nudge: Go back in two steps: through the ReLU, and then through the sum, which has two parts.
// Idea: Where the sum is above 0, the gradient passes the ReLU; elsewhere it is 0. What has passed goes to x directly,
//   and once more through x · wᵀ, whose gradients are those of a linear layer.
// Almost: Let g be the part of dy that has passed. dx is g plus what comes back through x · wᵀ; dw is a product of g
//   and x. Is it w or wᵀ, and which of g and x comes first, and transposed? The shapes decide it for dw. For dx, write
//   y for d = 2 and see which weights join x₀ to y₁.

import Tensors

public func blockGradients(_ x: Tensor, _ w: Tensor, dy: Tensor) throws -> (dx: Tensor, dw: Tensor) {
    let sum = x + x.matmul(w.T)
    let passed = dy * Tensor(sum .> 0)
    return (passed + passed.matmul(w), passed.T.matmul(x))
}
