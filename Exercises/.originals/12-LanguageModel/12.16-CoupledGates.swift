// Exercise 12.16 · One gate for both
// Section 12.10: Chapters/12-LanguageModel/10c-OneProduct.swift

import Practice
import Tensors

/// An LSTM that writes exactly where it forgets: the forget gate is f = 1 - i, and has no weights of its own. (K. Greff
/// and others, "LSTM: A Search Space Odyssey", 2017, found it as good as the usual one.) So there are three gates, one
/// below the other in the weights, in this order: input i, cell g, output o.
///
///     i, o = sigmoid,  g = tanh       of x · wᵢᵀ + bᵢ + h · wₕᵀ + bₕ, cut into three
///     c'   = (1 - i) · c + i · g
///     h'   = o · tanh c'
///
/// The whole sequence: x [n, steps, inputs] · h and c [n, hidden] · weights with 3 · hidden rows → every h after the
/// first [n, steps, hidden], and the last c [n, hidden]. A bias may be missing (nil).
///
/// The cell state now is a mean of what it was and of something between -1 and 1. So if it begins there, it stays
/// there.
public func coupledLSTM(
    _ x: Tensor, from h: Tensor, cell c: Tensor, _ weights: RecurrentWeights
) throws -> (output: Tensor, cell: Tensor) {
    throw Unanswered("12.16")
}
