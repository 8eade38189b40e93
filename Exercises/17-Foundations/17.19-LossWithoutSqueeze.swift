// Exercise 17.19 · What a forgotten squeeze computes
// Section 17.9, question 17.31: Chapters/17-Foundations/09g-Mistakes.swift

import Practice
import Tensors

/// The number that (output - target).squared().mean() gives when output [n, 1] was not squeezed and target is [m]: the
/// mean over *all pairs* of an output and a target. But without making the pairs. With 50,000 outputs and as many
/// targets there are 2,500,000,000 of them, which is 10 GB. (The page 08h-Loss.swift of section 17.8 has a formula.)
///
/// output [n, 1], target [m], at least one of each → one number.
/// Outputs [[1], [3]], targets [1, 3] → (0 + 4 + 4 + 0) / 4 = 2, though every output equals its target.
///
/// Take care with the digits. The numbers may all be near 1000, and differ by 1 or so. The squares are then near a
/// million, and a difference of such squares has lost what we want to know.
public func lossWithoutSqueeze(_ output: Tensor, _ target: Tensor) throws -> Float {
    throw Unanswered("17.19")
}

/// The gradient of that number with respect to the output: [n, 1]. By hand, without `backward`, and again without the
/// pairs. Derive it: which of the squares have outputᵢ in them?
///
/// In the example, the gradient is [[-1], [1]]: both outputs are drawn to 2, the mean of the targets.
public func lossWithoutSqueezeGradient(_ output: Tensor, _ target: Tensor) throws -> Tensor {
    throw Unanswered("17.19")
}
