// Exercise 4.3 · Two distances
// Section 4.2, question 7: Chapters/04-DigitClassifier/02-PixelSimilarity.swift
//
// Nudge: Read the names aloud, from the last word to the first: that is the order in which to compute.
// Idea: A tensor has `abs()`, `squared()`, `sqrt()` and `mean()`, and each of them gives a tensor again.
// Almost: `(a - b).abs().mean()` is the first. The second squares in place of `abs`, and takes the root at the very
//   end, of the one number that `mean` left.

import Tensors

/// The mean absolute difference of two tensors of one shape (L1), as a tensor of one number.
/// a = [0, 0], b = [3, 1] → 2.
public func l1Distance(_ a: Tensor, _ b: Tensor) throws -> Tensor {
    (a - b).abs().mean()
}

/// The root of the mean squared difference of two tensors of one shape (RMSE, or L2), as a tensor of one number.
/// a = [0, 0], b = [3, 1] → √5 = 2.236: the larger difference counts for more.
public func rmse(_ a: Tensor, _ b: Tensor) throws -> Tensor {
    // The root undoes the square, so that the distance has the unit of the pixels again.
    (a - b).squared().mean().sqrt()
}
