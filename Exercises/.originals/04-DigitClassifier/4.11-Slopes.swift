// Exercise 4.11 · A gradient by nudging
// Section 4.6, question 4.18: Chapters/04-DigitClassifier/06-Gradients.swift

import Practice
import Tensors

/// The gradient of `f` at x by experiment: for each number of x, how fast f rises when that number alone grows.
/// f turns a tensor into a single number; the result has the shape of x. No `backward` here!
/// For f(x) = x₀ · x₁ at [3, 5] → about [5, 3].
public func slopes(of f: (Tensor) -> Tensor, at x: Tensor) throws -> Tensor {
    throw Unanswered("4.11")
}
