// Exercise 12.25 · A language model with GRUs
// Section 12.15, further research 3: Chapters/12-LanguageModel/15e-WhatYouHaveBuilt.swift

import Chapter12
import Layers
import Practice
import Tensors

/// A *gated recurrent unit* is an LSTM's younger and smaller relative (K. Cho and others, 2014). It has one state, h,
/// and two gates. In PyTorch's version, with one matrix for the input and one for the state, which have three blocks of
/// `hidden` rows each, for the *reset* gate r, the *update* gate z, and the new value n, in this order:
///
///     [xr | xz | xn] = x · wᵢᵀ + bᵢ          r = sigmoid(xr + pr)
///     [pr | pz | pn] = h · wₕᵀ + bₕ          z = sigmoid(xz + pz)
///                                            n = tanh(xn + r · pn)
///     h' = (1 - z) · n + z · h
///
/// Write it from single operations, step by step; not with `Tensor.gru`, `GRU` or `GRUCell`, which do this in the
/// engine.
///
/// - Parameters:
///   - x: [batch, steps, inputs], with at least one step.
///   - weights: `input` [3 · hidden, inputs], `hidden` [3 · hidden, hidden], `inputBias` and `hiddenBias` [3 · hidden],
///     which are there.
///   - h: the state before the first step, [batch, hidden].
/// - Returns: the states after each step, [batch, steps, hidden].
public func gruStates(_ x: Tensor, _ weights: RecurrentWeights, from h: Tensor) throws -> Tensor {
    throw Unanswered("12.25")
}

/// A language model like those of this chapter: an embedding of `vocabulary` words, a GRU with `layers` layers (here
/// the engine's `GRU` may be used), and a linear layer with its own matrix, which gives a score for each word after
/// each word. All three are as wide as `hidden`. The state goes on from call to call, detached, until `reset()`.
///
/// Make your own class, a `Module` that is a `LanguageModelNet`. Train it as section 12.11 trains the LSTM, and
/// compare.
///
/// - Parameter seed: of a `SplitMix64` from which all initial values are drawn.
public func gruModel(vocabulary: Int, hidden: Int, layers: Int, seed: UInt64) throws -> any LanguageModelNet {
    throw Unanswered("12.25")
}
