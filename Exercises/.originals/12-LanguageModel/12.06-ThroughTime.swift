// Exercise 12.6 · Back through time, a little
// Section 12.5: Chapters/12-LanguageModel/05-State.swift

import Practice
import Tensors

/// Truncated backpropagation through time by hand, for a net that gives an output at every step:
///
///     zₜ = xₜ + hₜ₋₁·wᵀ        hₜ = tanh(zₜ)
///
/// `x` are all steps' inputs [steps, batch, hidden], already multiplied by their weights; h begins with zeros. `slopes`
/// [steps, batch, hidden] are the gradients that the loss gives to each hₜ directly. After every `reach` steps the
/// state is detached: steps 0 to reach − 1 belong together, then reach to 2 · reach − 1, and so on; the last group may
/// be shorter. No gradient goes from a group to the one before.
///
/// Find the gradients of x and of w. No `backward()`. The slope of tanh at z is 1 − tanh(z)².
///
/// With one step, the gradient of x is slopes · (1 − h²) and that of w is 0, since the state before is 0.
public func throughTime(
    _ x: Tensor, weight w: Tensor, slopes: Tensor, reach: Int
) throws -> (dx: Tensor, dw: Tensor) {
    throw Unanswered("12.6")
}
