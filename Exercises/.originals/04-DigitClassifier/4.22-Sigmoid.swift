// Exercise 4.22 · The sigmoid and its slope
// Section 4.11, question 4.21: Chapters/04-DigitClassifier/11-Sigmoid.swift

import Practice
import Tensors

/// Squeezes every number into 0...1, smoothly and always rising: s(x) = 1 / (1 + e⁻ˣ).
/// x of any shape → the same shape; [0, 4] → [0.5, 0.982]. Do not use `x.sigmoid()`: that is what you are building.
public func sigmoid(_ x: Tensor) throws -> Tensor {
    throw Unanswered("4.22")
}

/// How steep the sigmoid is at every number of x: its derivative, in the shape of x. [0, 4] → [0.25, 0.0177].
///
/// At −90 and 90 it is flat: the slope is 0, or so little that it rounds to 0. Take care: e⁹⁰ is more than a Float can
/// hold, so `exp()` gives ∞ there. 1 / ∞ is 0, which is fine, but ∞ / ∞ is NaN, "not a number".
public func sigmoidSlope(_ x: Tensor) throws -> Tensor {
    throw Unanswered("4.22")
}
