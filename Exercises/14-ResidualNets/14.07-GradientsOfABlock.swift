// Exercise 14.7 · The gradients of a block
// Section 14.4: Chapters/14-ResidualNets/04e-WayOfTheGradient.swift

import Practice
import Tensors

/// The gradients of the smallest of all residual blocks, by hand and not by autograd: y = relu(x + x · wᵀ), with x [n,
/// d] and w [d, d]. dy [n, d] is the gradient of y. The results have the shapes of x and w.
///
/// x acts in two ways on y, around the weights and through them. Where the sum is exactly 0, the slope of the ReLU is
/// 0, as it is below. w may be 0 everywhere: then y is relu(x), and dw is not 0.
///
/// Of use are `a.matmul(b)`, `a.T`, and `Tensor(a .> 0)`, which is 1 where a is above 0, and 0 elsewhere.
public func blockGradients(_ x: Tensor, _ w: Tensor, dy: Tensor) throws -> (dx: Tensor, dw: Tensor) {
    throw Unanswered("14.7")
}
