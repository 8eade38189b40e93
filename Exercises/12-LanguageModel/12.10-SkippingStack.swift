// Exercise 12.10 · A stack with short cuts
// Section 12.7: Chapters/12-LanguageModel/07-StackedRNN.swift

import Practice
import Tensors

/// Recurrent layers on top of one another, with short cuts: from the second layer on, what a layer has read is added to
/// what it gives. Each layer is the loop of section 12.7, h' = tanh(x · wᵢᵀ + bᵢ + h · wₕᵀ + bₕ), with its own weights;
/// a bias may be missing (nil). The first layer has no short cut, since its input may have another width. What is kept
/// as a layer's state is h alone, without what was added.
///
/// x [n, steps, inputs] · states [layers, n, hidden] → output [n, steps, hidden], states after the last step
///
/// Write the loop over the steps yourself. With one layer this is a plain recurrent net. With two layers whose second
/// has only zeros as weights and biases, h is 0 there, and the output is that of the first.
public func skippingStack(
    _ x: Tensor, _ states: Tensor, _ layers: [RecurrentWeights]
) throws -> (output: Tensor, states: Tensor) {
    throw Unanswered("12.10")
}
