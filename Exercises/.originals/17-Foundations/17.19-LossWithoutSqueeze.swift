// Exercise 17.19 · What a forgotten squeeze computes
// Section 17.8, question 17.31: Chapters/17-Foundations/08h-Loss.swift

import Practice
import Tensors

/// The number that (output - target).squared().mean() gives when output [n, 1] was not squeezed and target is [m]: the
/// mean over *all pairs* of an output and a target. But without making the pairs. With 50,000 outputs and as many
/// targets there are 2,500,000,000 of them, which is 10 GB.
///
/// output [n, 1], target [m], at least one of each → one number.
/// Outputs [[1], [3]], targets [1, 3] → (0 + 4 + 4 + 0) / 4 = 2, though every output equals its target.
///
/// Take care with the digits. The numbers may all be near 1000, and differ by 1 or so. The squares are then near a
/// million, and a difference of such squares has lost what we want to know.
public func lossWithoutSqueeze(_ output: Tensor, _ target: Tensor) throws -> Float {
    throw Unanswered("17.19")
}
