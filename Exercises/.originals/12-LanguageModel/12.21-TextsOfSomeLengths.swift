// Exercise 12.21 · Penalties for texts of several lengths
// Section 12.13: Chapters/12-LanguageModel/13-ActivationRegularization.swift

import Practice
import Tensors

/// AR and TAR for a batch of texts that end early. Row i has `lengths[i]` steps; what stands behind them is filling,
/// and must not count: neither its activations, nor the jump from the last real step to it. (The filling may be large,
/// but it is finite.)
///
/// alpha · mean of the squares over all real steps, plus beta · mean of the squared differences over all pairs of
/// neighbouring steps that are both real. A mean of nothing counts as 0: a batch of empty texts has no squares, and
/// texts of a single step have no differences. The result is a single number, through which gradients go back.
///
/// - Parameters:
///   - raw, dropped: [texts, steps, hidden].
///   - lengths: one for each text, 0 ... steps.
public func penalties(
    raw: Tensor, dropped: Tensor, lengths: [Int], alpha: Float, beta: Float
) throws -> Tensor {
    throw Unanswered("12.21")
}
