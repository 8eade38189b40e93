// Exercise 12.14 · Backward through time
// Section 12.8: Chapters/12-LanguageModel/08d-GradientThroughTime.swift

import Practice
import Tensors

/// Backpropagation through time, by hand: all gradients of a plain recurrent layer, h' = tanh(x · wᵢᵀ + bᵢ + h · wₕᵀ +
/// bₕ), from the gradient dy of its output. No `backward()`.
///
/// x [n, steps, inputs] · h [n, hidden] · dy [n, steps, hidden] →
/// dx and dState, shaped like x and h; dInput and dHidden, shaped like the two weights; dBias [hidden], the gradient of
/// either bias (they are the same). The layer has both biases.
///
/// Every state counts twice: it is shown, and it is read by the next step. With a single step this is a linear layer
/// and a tanh.
public func backwardThroughTime(
    _ x: Tensor, from h: Tensor, _ weights: RecurrentWeights, dy: Tensor
) throws -> (dx: Tensor, dInput: Tensor, dHidden: Tensor, dBias: Tensor, dState: Tensor) {
    throw Unanswered("12.14")
}
