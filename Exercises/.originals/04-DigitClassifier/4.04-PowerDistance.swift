// Exercise 4.4 · A distance for every power
// Section 4.2, question 4.7: Chapters/04-DigitClassifier/02-PixelSimilarity.swift

import Practice
import Tensors

/// How far two tensors of the same shape are apart: the absolute differences, each raised to the power p, averaged, and
/// the p-th root of that, as a tensor of one number. With p = 1 this is the page's mean absolute difference (L1),
/// with p = 2 its RMSE (L2). a = [0, 0], b = [3, 1]: p = 1 → 2, p = 2 → √5 = 2.236, p = 4 → 2.53.
///
/// The larger p is, the more the largest difference decides. With p = .infinity nothing else counts: the distance is
/// the largest absolute difference, here 3. Otherwise p is 1 to 100, and 3¹⁰⁰ is more than a Float can
/// hold (about 3.4 · 10³⁸), but the distance is not: 2.98. Two equal tensors have the distance 0 for every p.
public func powerDistance(_ a: Tensor, _ b: Tensor, p: Float) throws -> Tensor {
    throw Unanswered("4.4")
}
