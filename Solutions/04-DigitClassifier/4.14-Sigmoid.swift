// Exercise 4.14 · The sigmoid and its slope
// Section 4.11, question 21: Chapters/04-DigitClassifier/11-Sigmoid.swift
//
// Nudge: The first formula is the whole answer, and a tensor has `exp()`. For the second, look at the chart: where is
//   the curve steepest, and how steep is it where it has nearly reached 0 or 1?
// Idea: Derive 1 / (1 + e⁻ˣ) by the chain rule, and you get e⁻ˣ / (1 + e⁻ˣ)². Both factors of that are old friends: one
//   is s, the other 1 − s.
// Almost: With `let s = try sigmoid(x)`, the slope is s · (1 − s): a quarter in the middle, nothing far out.

import Tensors

/// Squeezes every number into 0...1, smoothly and always rising: s(x) = 1 / (1 + e⁻ˣ).
/// x of any shape → the same shape; [0, 4] → [0.5, 0.982]. Not `x.sigmoid()`, which is what you are building.
public func sigmoid(_ x: Tensor) throws -> Tensor {
    1 / (1 + (-x).exp())
}

/// How steep the sigmoid is at every number of x: its derivative, in the shape of x. [0, 4] → [0.25, 0.0177].
public func sigmoidSlope(_ x: Tensor) throws -> Tensor {
    // The value knows its own slope. That is why backward passes keep what forward passes computed.
    let s = try sigmoid(x)
    return s * (1 - s)
}
