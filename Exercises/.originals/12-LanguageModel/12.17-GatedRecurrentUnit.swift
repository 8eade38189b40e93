// Exercise 12.17 · The GRU, from scratch
// Section 12.11, further research 3: Chapters/12-LanguageModel/11c-HowFarBack.swift

import Practice
import Tensors

/// A layer of gated recurrent units, from its formulas, over a whole sequence. The engine's `gru` and its layers are
/// out of bounds.
///
///     r, z = sigmoid(x · wᵢᵀ + bᵢ + h · wₕᵀ + bₕ), each with its own rows of the weights
///     n    = tanh(x · wᵢᵀ + bᵢ + r · (h · wₕᵀ + bₕ))
///     h'   = (1 - z) · n + z · h
///
/// The rows of r, z and n lie one below the other, in this order, in the weights and in the biases. A bias may be
/// missing (nil). Mind where r stands: it multiplies what the state gives, with its bias, and not what the input gives.
/// So the two products must not be added up before the gates are cut apart.
///
/// x [n, steps, inputs] · h [n, hidden] · weights with 3 · hidden rows → every h after the first, [n, steps, hidden]
///
/// Gradients must come out right, too; if you write it with tensors, that is the engine's job.
public func gatedRecurrentUnit(_ x: Tensor, from h: Tensor, _ weights: RecurrentWeights) throws -> Tensor {
    throw Unanswered("12.17")
}
