// Exercise 18.11 · Guided gradients
// Section 18.4, question 18.12: Chapters/18-WhereItLooks/04-BackwardHooks.swift

import Layers
import Practice
import Tensors

/// The guided gradient of a score with respect to the picture: a backward pass in which every ReLU lets through only
/// what is positive. (J. T. Springenberg and others, 2014, call it guided backpropagation. A ReLU of the engine lets
/// through the gradients of positive activations; this one, of these, only the positive ones. The pictures are sharper,
/// and say less about the class: section 18.7.)
///
/// The ReLUs are the `ReLU` layers among the layers of the net, and none is inside another. x is [1, …], and so is the
/// result. Afterwards no hook is left, and no gradient in the net's parameters; none was there before.
public func guidedGradient(of kind: Int, in net: Sequential, on x: Tensor) throws -> Tensor {
    throw Unanswered("18.11")
}
