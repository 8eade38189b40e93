// Exercise 17.15 · A linear layer without a matrix product
// Section 17.8, question 17.30: Chapters/17-Foundations/08-Layer.swift

import Practice
import Tensors

/// A linear layer, y = x · w + b, in which nothing is used but arithmetic, new axes of length 1, and sums along an
/// axis: no `matmul`, no `linear`, no `einsum`. One expression is enough.
///
/// x [n, in], w [in, out], b [out] → y [n, out]; also for a single item, x [in] → [out], for batches of batches, x [m,
/// n, in] → [m, n, out], and for no item at all, x [0, in] → [0, out].
///
/// x = [[1, 2]], w = [[3, 4, 5], [6, 7, 8]], b = [0, 0, 100]  →  [[15, 18, 121]]
public func linearBySums(_ x: Tensor, _ w: Tensor, _ b: Tensor) throws -> Tensor {
    throw Unanswered("17.15")
}
