// Exercise 4.20 · The bias as one more weight
// Section 4.10, question 4.28: Chapters/04-DigitClassifier/10-Loss.swift

import Practice
import Tensors

/// Makes a single matrix product of x · weights + bias, by hiding the bias among the weights. One function prepares the
/// inputs, and knows nothing of the model; the other one the model, and knows nothing of the inputs:
/// withOnes(x) · withBias(weights, bias) = x · weights + bias, for every x.
///
/// The inputs get a column more: x [n, m] → [n, m + 1].
public func withOnes(_ x: Tensor) throws -> Tensor {
    throw Unanswered("4.20")
}

/// The weights get a row more: weights [m, k], bias [k] → [m + 1, k]. With x = [[2, 3]], weights [[10], [100]] and bias
/// [7], the product is [[327]].
public func withBias(_ weights: Tensor, _ bias: Tensor) throws -> Tensor {
    throw Unanswered("4.20")
}
