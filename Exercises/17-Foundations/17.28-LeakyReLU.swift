// Exercise 17.28 · A leaky ReLU of your own
// Section 17.11, further research 1: Chapters/17-Foundations/11-AutogradFunction.swift

import Practice
import Tensors

/// y = x where x is above 0, else slope · x, for slopes from 0 up, as an operation of your own: write a struct that is
/// an `AutogradFunction`, with the slope as its property, and call it here. At 0 and below, the gradient is slope · dy.
/// (The book's first item of further research: ReLU as such an operation, and a model that is trained with it. With
/// slope 0, this is ReLU.)
///
/// Let it save its *result*, not its operand: the next layer keeps that in any case. The operation is named after your
/// struct, so `gradFn` of the result begins with a capital letter. With slope 0.1, x = [−2, 3] → y = [−0.2, 3], and the
/// gradient of its sum is [0.1, 1].
public func leakyReLU(_ x: Tensor, slope: Float) throws -> Tensor {
    throw Unanswered("17.28")
}
