// Exercise 17.17 · Where a deep net loses its numbers
// Section 17.8, question 17.28: Chapters/17-Foundations/08b-FiftyLayers.swift

import Practice
import Tensors

/// Sends x through linear layers without bias, one weight matrix after the other, and reports where the numbers get
/// lost:
///
/// - `overflow`: the first layer after which *any* number is infinite or NaN;
/// - `zero`: the first layer after which *all* numbers are 0.
///
/// Layers count from 1, and 0 means that x itself is like that already. What never happens is nil. The two have nothing
/// to do with each other: a net may have both. An x without any numbers, [0, m], is neither infinite nor all zero.
///
/// x [n, m], weights [m, m] each.
///
/// x = [[1]] through [[10³⁰]], [[10³⁰]] → overflow 2, zero nil.
/// x = [[5]] through [[0]] → overflow nil, zero 1.
public func lostNumbers(_ x: Tensor, through weights: [Tensor]) throws -> (overflow: Int?, zero: Int?) {
    throw Unanswered("17.17")
}
