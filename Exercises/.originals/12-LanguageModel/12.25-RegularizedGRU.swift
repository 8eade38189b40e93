// Exercise 12.25 · A regularized GRU
// Section 12.15, further research 3: Chapters/12-LanguageModel/15b-AWDLSTM.swift

import Chapter12
import Layers
import Practice
import Tensors

/// The regularized model of this chapter with gated recurrent units, and with dropped weights. (Section 12.11 has a
/// model with a plain GRU.) From below: an embedding of `vocabulary` words, `layers` GRU layers, output dropout, and an
/// output that shares the embedding's matrix and has a bias. All is as wide as `hidden`.
///
/// In training, every call drops a share `weightDropout` of each layer's weights from state to state, and divides what
/// is left by 1 - weightDropout. The output dropout has the probability `p`, and is locked: the same for all steps of a
/// text. In use nothing is dropped. Both probabilities may be 0 or 1.
///
/// The states go on from call to call, detached, until `reset()`. `activations` holds what the last layer gave in the
/// last call, before and after the output dropout.
///
/// Write a class of your own: a `Module` that is a `WordModel` and `KeepsActivations`. The engine has no GRU
/// with dropped weights, but `x.gru(weights, from: h)`, which runs one layer over all steps and returns its states
/// [batch, steps, hidden], and `GRUCell`, which holds the weights of a layer (`cell.weights`) and draws their first
/// values. Then train it as section 12.14 trains the LSTM, and compare.
///
/// - Parameter seed: of a `SplitMix64` from which all random numbers come.
public func regularizedGRU(
    vocabulary: Int, hidden: Int, layers: Int, dropout p: Float, weightDropout: Float, seed: UInt64
) throws -> any WordModel & KeepsActivations {
    throw Unanswered("12.25")
}
