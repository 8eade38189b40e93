// Exercise 12.13 · The slopes of every state
// Section 12.8: Chapters/12-LanguageModel/08d-GradientThroughTime.swift

import Practice
import Tensors

/// How each state of a plain recurrent layer depends on the first: ∂hₜ/∂h₀ for t = 1, 2, …, by the product of slopes of
/// section 12.8. No `backward()`.
///
/// One text, h' = tanh(x · wᵢᵀ + bᵢ + h · wₕᵀ + bₕ); a bias may be missing (nil).
///
/// x [steps, inputs] · h [hidden] → one matrix [hidden, hidden] for each step: row i, column j is how much number i of
/// hₜ changes with number j of h₀
///
/// With one number, weights of 1 and 2, no biases, and x = [[0], [0]], h = [0]: [[2]] and then [[4]].
public func stateSlopes(_ x: Tensor, from h: Tensor, _ weights: RecurrentWeights) throws -> [Tensor] {
    throw Unanswered("12.13")
}
