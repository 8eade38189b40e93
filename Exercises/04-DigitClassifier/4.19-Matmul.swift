// Exercise 4.19 · Matrix multiplication with three loops
// Section 4.10, question 4.29: Chapters/04-DigitClassifier/10-Loss.swift

import Practice

/// The matrix product of a and b, lists of rows: cell (i, j) is row i of a times column j of b, summed.
/// [[1, 2], [3, 4]] times [[5, 6], [7, 8]] → [[19, 22], [43, 50]]. b has as many rows as a has columns, at least one.
public func matmul(_ a: [[Float]], _ b: [[Float]]) throws -> [[Float]] {
    throw Unanswered("4.19")
}
