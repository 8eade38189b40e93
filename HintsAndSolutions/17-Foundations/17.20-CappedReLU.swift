// Nudge: Draw the function. It has three straight pieces. Which slope does each of them have?
// Idea: 0, 1 and 0. So the gradient goes through where x is above 0 *and* below the ceiling, and nowhere else.
//   Comparisons give masks, and a mask as a tensor is 1 and 0.
// Almost: `clamped(min:max:)` does the first function. For the second, `Tensor(mask)` makes numbers of a mask, and a
//   product of two is 1 only where both hold. Think about `.>` or `.>=` at the two kinks.

import Tensors

public func cappedReLU(_ x: Tensor, ceiling: Float) throws -> Tensor {
    x.clamped(min: 0, max: ceiling)
}

public func cappedReLUGradient(_ x: Tensor, outputGradient: Tensor, ceiling: Float) throws -> Tensor {
    // Two masks multiplied: 1 only where both hold.
    Tensor(x .> 0) * Tensor(x .< ceiling) * outputGradient
}
