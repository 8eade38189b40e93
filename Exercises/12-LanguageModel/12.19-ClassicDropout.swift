// Exercise 12.19 · Dropout as it was at first
// Section 12.12: Chapters/12-LanguageModel/12-Dropout.swift

import Practice
import Tensors

/// Dropout as in the first papers: in training, x is multiplied by a mask of ones and zeros, and nothing is divided. In
/// use nothing is dropped, and x is made smaller, so that on average a sum over it stays what it was in training.
///
/// - Parameters:
///   - p: the probability of being dropped.
///   - kept: the mask, 1 where a number is kept; its shape broadcasts to that of x. nil in use.
public func classicDropout(_ x: Tensor, p: Float, kept mask: Tensor?) throws -> Tensor {
    throw Unanswered("12.19")
}

/// A net of linear layers was trained with classic dropout in front of each of them. Its user wants a net without any
/// dropout, and without any factors: make them part of the weights.
///
/// - Parameters:
///   - layers: weight [out, in] and bias [out] of each layer, from the first to the last.
///   - p: the probability of the dropout in front of each layer, as many as there are layers.
/// - Returns: weights and biases of the net in use. Its answers are those of the trained net with classic dropout in
///   use.
public func layersInUse(
    _ layers: [(weight: Tensor, bias: Tensor)], p: [Float]
) throws -> [(weight: Tensor, bias: Tensor)] {
    throw Unanswered("12.19")
}
