// Exercise 7.10 · Mixed between layers
// Section 7.5, further research 2: Chapters/07-StateOfTheArt/05g-OtherMixtures.swift

import Layers
import Practice
import Tensors

/// A batch goes through some layers, is mixed there with itself, and goes through the others: the step of Manifold
/// Mixup.
///
/// (The second item of the book's further research is to find and read the paper about Mixup, and one or two newer
/// ones about variants of it, and to try them on a problem of your own. This variant and that of exercise 7.11 are
/// such.)
///
/// - Parameters:
///   - layers: one after the other; what comes out may have any number of axes, the first of which is the batch.
///   - x: the batch [n, …].
///   - place: how many layers come before the mixing: 0 mixes the batch itself, `layers.count` mixes what the last
///     layer gives.
///   - partners: for each item, the place in the batch of the one that it is mixed with.
///   - shares: for each item, how much of itself is left.
public func mixedInside(
    _ layers: [any Layer<Tensor, Tensor>], _ x: Tensor, at place: Int, partners: [Int], shares: [Float]
) throws -> Tensor {
    throw Unanswered("7.10")
}
