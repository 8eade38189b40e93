// Exercise 21.8 · The normalizing goes into the weights
// Section 21.4: Chapters/21-BirdsAndAirplanes/04f-Normalize.swift

import Practice
import Tensors

/// A linear layer for pictures as they are, from one that has learned on normalized ones.
///
/// The layer takes all numbers of a picture [c, h, w] in their order, first all of channel 0, row by row, and so on, as
/// a row z with c · h · w numbers. It gives z · weightᵀ + bias, with `weight` [out, c · h · w] and `bias` [out]. It was
/// trained on pictures whose channels were normalized by `mean` [c] and `deviation` [c]. When it has learned,
/// normalizing every picture anew is a waste: the same scores come from the picture itself, with other weights and
/// another bias. Return these two. h and w are not given.
public func normalizingWeights(
    _ weight: Tensor, bias: Tensor, mean: Tensor, deviation: Tensor
) throws -> (weight: Tensor, bias: Tensor) {
    throw Unanswered("21.8")
}
