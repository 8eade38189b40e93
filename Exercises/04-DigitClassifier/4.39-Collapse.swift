// Exercise 4.39 · Any number of linear layers are one
// Section 4.15, question 4.35: Chapters/04-DigitClassifier/15-Nonlinearity.swift

import Practice
import Tensors

/// The one linear layer that does what all the given layers do, one after the other: w and b so that x·w + b is the
/// same for every x. The first layer in the list is the first that x goes through; there is at least one.
/// Layer k has w [inₖ, outₖ] and b [outₖ], and outₖ is the in of the next → w [in of the first, out of the last], b.
/// w = [[2]], b = [1], and then w = [[3]], b = [4]  →  w = [[6]], b = [7].
public func collapsed(_ layers: [(w: Tensor, b: Tensor)]) throws -> (w: Tensor, b: Tensor) {
    throw Unanswered("4.39")
}
