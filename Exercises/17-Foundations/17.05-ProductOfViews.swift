// Exercise 17.5 · A product that transposes nothing
// Section 17.1, question 17.6: Chapters/17-Foundations/01b-Transpose.swift

import Practice

/// The matrix product of two views, a [rows, inner] and b [inner, columns], row by row in one list. Each is given by
/// its storage and its two strides, and begins at the start of its storage. So one function multiplies matrices,
/// transposed matrices and repeated rows alike, and copies none of them.
///
/// The storages [1, 2, 3, 4] and [5, 6, 7, 8], 2 × 2 each: with the strides [2, 1] for both → [19, 22, 43, 50]; with
/// the strides [2, 1] for a and [1, 2] for b, which is then transposed → [17, 23, 39, 53].
public func productOfViews(
    _ a: [Float], _ aStrides: [Int], _ b: [Float], _ bStrides: [Int], rows: Int, inner: Int, columns: Int
) throws -> [Float] {
    throw Unanswered("17.5")
}
