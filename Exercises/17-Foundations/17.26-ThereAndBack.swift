// Exercise 17.26 · There and back
// Section 17.10: Chapters/17-Foundations/10c-LayerFunction.swift

import Practice
import Tensors

/// A layer as a pair of functions. `backward` gets the gradient of the output and what `forward` was given, and returns
/// the gradient of what it was given.
public typealias PairOfFunctions = (
    forward: (_ x: Tensor) -> Tensor, backward: (_ dy: Tensor, _ x: Tensor) -> Tensor
)

/// Takes x through all layers, then the gradient back through all of them, and returns the gradient of x, together with
/// what came out of the last layer. `gradient` makes the gradient of that output, as the loss would. Every function of
/// every layer is called exactly once. Without layers, y is x.
public func thereAndBack(
    _ layers: [PairOfFunctions], from x: Tensor, gradient: (_ y: Tensor) -> Tensor
) throws -> (y: Tensor, dx: Tensor) {
    throw Unanswered("17.26")
}
