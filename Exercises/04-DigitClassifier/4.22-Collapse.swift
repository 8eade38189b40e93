// Exercise 4.22 · Two linear layers are one
// Section 4.15, question 4.35: Chapters/04-DigitClassifier/15-Nonlinearity.swift

import Practice
import Tensors

/// The one linear layer that does what two do: w and b so that x·w + b = (x·w1 + b1)·w2 + b2 for every x.
/// w1 [in, hidden], b1 [hidden], w2 [hidden, out], b2 [out] → w [in, out], b [out].
/// w1 = [[2]], b1 = [1], w2 = [[3]], b2 = [4] → w = [[6]], b = [7].
public func collapsed(_ w1: Tensor, _ b1: Tensor, _ w2: Tensor, _ b2: Tensor) throws -> (w: Tensor, b: Tensor) {
    throw Unanswered("4.22")
}
