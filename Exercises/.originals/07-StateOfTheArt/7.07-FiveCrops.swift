// Exercise 7.7 · Five squares that vote
// Section 7.4, further research 1: Chapters/07-StateOfTheArt/04d-WhichLooks.swift

import Layers
import Practice
import Tensors

/// What a model says of a photo that it looks at five times: at a square in each corner, and at one in the middle. (The
/// first item of the book's further research.)
///
/// photo [3, h, w] · side, at most h and at most w → the mean of the five probabilities [classes]
///
/// The middle square begins at half of what is left over above and at the left, rounded down.
///
/// - Parameter model: gives scores, not probabilities: pictures [n, 3, side, side] → [n, classes]. It may be called
///   once or several times.
public func fiveCropPrediction(
    _ photo: Tensor, side: Int, model: any Layer<Tensor, Tensor>
) throws -> Tensor {
    throw Unanswered("7.7")
}
