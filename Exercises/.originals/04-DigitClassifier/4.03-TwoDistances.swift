// Exercise 4.3 · Two distances
// Section 4.2, question 4.7: Chapters/04-DigitClassifier/02-PixelSimilarity.swift

import Practice
import Tensors

/// The mean absolute difference of two tensors of the same shape (L1), as a tensor of one number.
/// a = [0, 0], b = [3, 1] → 2.
public func l1Distance(_ a: Tensor, _ b: Tensor) throws -> Tensor {
    throw Unanswered("4.3")
}

/// The root of the mean squared difference of two tensors of the same shape (RMSE, or L2), as a tensor of one number.
/// a = [0, 0], b = [3, 1] → √5 = 2.236: the larger difference counts for more.
public func rmse(_ a: Tensor, _ b: Tensor) throws -> Tensor {
    throw Unanswered("4.3")
}
