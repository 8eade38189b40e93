// Exercise 17.7 · Rows times rows
// Section 17.3, questions 17.8 and 17.15: Chapters/17-Foundations/03b-RowTimesColumn.swift

import Practice
import Tensors

/// a · bᵀ with two loops: number [i, j] is row i of a times row j of b, summed. The innermost loop is left to
/// elementwise arithmetic; no operation that multiplies matrices is to be used.
///
/// a [m, k] · b [n, k] → [m, n]. [[1, 2], [3, 4]] and [[1, 0], [0, 1], [1, 1]] → [[1, 2, 3], [3, 4, 7]].
///
/// nil if the rows of a and b differ in length. (`*` does not notice all of these cases: it repeats a row of one
/// number.)
public func timesTransposed(_ a: Tensor, _ b: Tensor) throws -> Tensor? {
    throw Unanswered("17.7")
}
