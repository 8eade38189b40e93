// Exercise 4.37 · ReLU, forwards and backwards
// Section 4.15, question 4.34: Chapters/04-DigitClassifier/15-Nonlinearity.swift

import Practice
import Tensors

/// Replaces negative numbers with 0, and keeps the others. x of any shape → the same shape; [−2, 3] → [0, 3].
public func relu(_ x: Tensor) throws -> Tensor {
    throw Unanswered("4.37")
}

/// The backward pass of ReLU: given x and dy, how fast a loss rises with each number of relu(x), returns how fast it
/// rises with each number of x. At the corner, x = 0, the slope counts as 0. x [−2, 3], dy [5, 7] → [0, 7].
public func reluGradient(_ x: Tensor, _ dy: Tensor) throws -> Tensor {
    throw Unanswered("4.37")
}
