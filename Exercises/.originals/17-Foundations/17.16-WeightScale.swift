// Exercise 17.16 · The right scale for any activation
// Section 17.8, questions 17.29 and 17.30: Chapters/17-Foundations/08f-Kaiming.swift

import Practice
import Tensors

/// The standard deviation that normal weights must have, so that a linear layer with `inputs` inputs and the activation
/// after it together keep the mean square of the numbers: if it is 1 before, it is 1 after.
///
/// The activation is any function made of straight pieces that meet at 0: twice the input gives twice the output. ReLU
/// is one, a leaky ReLU, the absolute value, or no activation at all. What it does to the mean square is not in a
/// formula: measure it, on `normal`, which holds many standard normal numbers.
///
/// 100 inputs → about 0.1414 for a ReLU, 0.1 for no activation and for the absolute value. An activation that makes 0
/// of everything has no such scale; the result is then infinite.
public func weightScale(
    inputs: Int, normal: Tensor, activation: (Tensor) -> Tensor
) throws -> Float {
    throw Unanswered("17.16")
}
