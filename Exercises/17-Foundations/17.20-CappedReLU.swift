// Exercise 17.20 · A ReLU with a ceiling, and its gradient
// Section 17.9, question 17.35: Chapters/17-Foundations/09b-TheWayBack.swift

import Practice
import Tensors

/// A ReLU that does not go above `ceiling`: numbers below 0 become 0, numbers above the ceiling become the ceiling, and
/// the others stay. (With a ceiling of 6 it is known as ReLU6, and used on small devices.)
///
/// x of any shape → the same shape. The ceiling is above 0.
public func cappedReLU(_ x: Tensor, ceiling: Float) throws -> Tensor {
    throw Unanswered("17.20")
}

/// The gradient of the loss with respect to x, given its gradient with respect to cappedReLU(x), by hand and without
/// `backward`. All have the shape of x. Where the function has a kink, at 0 and at the ceiling, its slope counts as 0.
///
/// x = [-1, 0, 2, 6, 7], outputGradient = [10, 20, 30, 40, 50], ceiling 6 → [0, 0, 30, 0, 0].
public func cappedReLUGradient(_ x: Tensor, outputGradient: Tensor, ceiling: Float) throws -> Tensor {
    throw Unanswered("17.20")
}
