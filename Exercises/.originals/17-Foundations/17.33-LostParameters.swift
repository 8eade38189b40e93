// Exercise 17.33 · Lost parameters
// Section 17.11: Chapters/17-Foundations/11e-LostParameters.swift

import Layers
import Practice
import Tensors

/// Which of the candidates has the model lost? A parameter is lost if the model computes with it, so that it gets a
/// gradient, but does not list it. Returns their numbers among the candidates, in ascending order. A candidate that the
/// model does not use at all is not lost.
///
/// x is an input for the model. Afterwards, no candidate and no parameter of the model has a gradient. (None has one
/// before.)
public func lostParameters(
    of model: any Layer<Tensor, Tensor>, among candidates: [Parameter], tryingOn x: Tensor
) throws -> [Int] {
    throw Unanswered("17.33")
}
