// Exercise 17.23 · There and back through a net with a way around
// Section 17.9, questions 17.34 and 17.36: Chapters/17-Foundations/09g-Mistakes.swift

import Practice
import Tensors

/// The loss of another net, and all of its gradients, by hand and without `backward`. Its input goes through the first
/// layer *and* around it, and both are added:
///
///     l1  = x · w1 + b1
///     l2  = relu(l1) + x
///     out = l2 · w2 + b2
///     loss = mean of (out - y)²
///
/// x [n, m], y [n], w1 [m, m], b1 [m], w2 [m, 1], b2 [1] → the loss, rank 0, and a gradient for each but y, in its
/// shape. x reaches the loss by two paths. The slope of the ReLU at 0 is 0.
///
/// x = [[2]], y = [1], w1 = [[3]], b1 = [-5], w2 = [[1]], b2 = [0]  →  l1 = 1, l2 = 3, out = 3, loss 4, and the
/// gradients x [[16]], w1 [[8]], b1 [4], w2 [[12]], b2 [4]
public func aroundTheLayer(
    x: Tensor, y: Tensor, w1: Tensor, b1: Tensor, w2: Tensor, b2: Tensor
) throws -> (loss: Tensor, x: Tensor, w1: Tensor, b1: Tensor, w2: Tensor, b2: Tensor) {
    throw Unanswered("17.23")
}
