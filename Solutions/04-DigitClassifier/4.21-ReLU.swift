// Exercise 4.21 · ReLU, forwards and backwards
// Section 4.15, question 34: Chapters/04-DigitClassifier/15-Nonlinearity.swift
//
// Nudge: Draw it. Left of 0 the line is flat, right of 0 it rises as fast as x. So what are its two slopes?
// Idea: Forwards: the larger of x and 0. Backwards, the chain rule: dy times the slope, which is 1 or 0. So dy passes,
//   or it does not.
// Almost: `x.maximum(0)`, and `Tensor.where(x .> 0, dy, Tensor(0))`. Mind that it is x that decides, and dy that
//   passes.

import Tensors

/// Replaces negative numbers by 0, and leaves the others. x of any shape → the same shape; [−2, 3] → [0, 3].
public func relu(_ x: Tensor) throws -> Tensor {
    x.maximum(0)
}

/// The backward pass of ReLU: given x and dy, how fast a loss rises with each number of relu(x), returns how fast it
/// rises with each number of x. At the corner, x = 0, the slope counts as 0. x [−2, 3], dy [5, 7] → [0, 7].
public func reluGradient(_ x: Tensor, _ dy: Tensor) throws -> Tensor {
    // A switch: what was cut off on the way forwards had no influence, so nothing flows back to it.
    Tensor.where(x .> 0, dy, Tensor(0))
}
