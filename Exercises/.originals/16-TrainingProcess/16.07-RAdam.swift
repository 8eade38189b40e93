// Exercise 16.7 · Rectified Adam
// Section 16.5, further research 1: Chapters/16-TrainingProcess/05f-YoungerOptimizers.swift

import Foundation
import Layers
import Practice
import Tensors

/// A step of RAdam, as a stepper. (L. Liu and others, "On the Variance of the Adaptive Learning Rate and Beyond",
/// 2020.) In Adam's first steps the average of squares is an average of few squares, and dividing by its root is mostly
/// noise. RAdam asks how many squares it stands for. After t steps, with s for `squareMomentum`, that is about
///
///     ρ = ρ∞ − 2 t sᵗ / (1 − sᵗ),   where   ρ∞ = 2 / (1 − s) − 1
///
/// As long as ρ is not above 5, it does not divide at all, and steps along the unbiased average:
///
///     p ← p − learningRate · average / (1 − momentumᵗ)
///
/// After that the step is multiplied by r, which begins small and tends to 1, and divided as in Adam. (The square is
/// made unbiased after epsilon has been added to its root, as PyTorch does it.)
///
///     r = √( (ρ − 4)(ρ − 2) ρ∞ / ((ρ∞ − 4)(ρ∞ − 2) ρ) )
///     p ← p − learningRate · average / (1 − momentumᵗ) · r · √(1 − sᵗ) / (√square + epsilon)
///
/// Both averages are damped, and begin with zeros. Compute powers and r in `Double`.
///
/// It is a stepper of the kind that exercise 16.2 has, so it fits into the list of a generic optimizer. It changes `p`,
/// whose gradient is `p.grad!`, and leaves the gradient as it is. All settings that it needs are there:
/// "learningRate", "momentum", "squareMomentum" and "epsilon".
///
/// - Parameter stored: what it has returned in the last step; empty in the first.
/// - Returns: "average", "square" and "steps", a tensor of one number.
public func rAdam(
    _ p: Parameter, _ settings: [String: Float], _ stored: [String: Tensor]
) throws -> [String: Tensor] {
    throw Unanswered("16.7")
}
