// Exercise 15.4 · Between mean and maximum
// Section 15.1, question 15.8, further research 2: Chapters/15-Architectures/01d-ConcatPooling.swift

import Practice
import Tensors

/// The book's second suggestion for further research: switch between the mean alone and both poolings, and see what
/// difference it makes. Section 15.1 has done so. This goes a step further: a pooling that has both as its ends.
///
/// The *generalized mean* of a map with cells v₁, …, vₙ (none of them below 0) is
///
///     ((v₁ᵖ + … + vₙᵖ) / n)^(1/p)
///
/// For p = 1 it is the mean; the higher p, the nearer it comes to the maximum. Return it for each map: x [n, c, h, w] →
/// [n, c]. No number of `x` is below 0, and p is at least 1.
///
/// Watch out: 100 to the power of 50 is more than a Float can hold, and 0.001 to the power of 50 is nothing. The result
/// must be right for p up to 100, and for numbers from 0.000001 to 1,000,000, also if large and small maps are in the
/// same batch. A map of zeros gives 0.
public func generalizedMean(_ x: Tensor, p: Float) throws -> Tensor {
    throw Unanswered("15.4")
}
