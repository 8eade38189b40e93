// Exercise 12.11 · The billionth power
// Section 12.8: Chapters/12-LanguageModel/08-RepeatedMultiplication.swift

import Practice
import Tensors

/// w multiplied by itself: w to the power of k, a whole number from 0 on. k may be a billion, so a loop over k products
/// would take too long: use that the square of w to the power of m is w to the power of 2m.
///
/// w [n, n] → [n, n]. The power of 0 is the identity, whatever w is.
///
/// [[0, -1], [1, 0]] turns the plane by a quarter. To the power of 4 it is the identity, to the power of 1,000,000,001
/// it is itself. [[1, 1], [0, 1]] to the power of k is [[1, k], [0, 1]].
public func matrixPower(_ w: Tensor, _ k: Int) throws -> Tensor {
    throw Unanswered("12.11")
}
