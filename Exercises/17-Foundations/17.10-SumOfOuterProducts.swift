// Exercise 17.10 · Another loop left
// Section 17.4, question 17.18: Chapters/17-Foundations/04c-NewAxes.swift

import Practice
import Tensors

/// The matrix product with one loop, but another one than on the page: over k, the axis that both matrices share.
/// Column k of a and row k of b have a product for every pair of their numbers, a table [m, n]; the sum of these tables
/// is a · b. The table comes from broadcasting; no operation that multiplies matrices is to be used.
///
/// a [m, k] · b [k, n] → [m, n]. Without any k, the sum is 0 everywhere. nil if the inner sizes differ.
public func sumOfOuterProducts(_ a: Tensor, _ b: Tensor) throws -> Tensor? {
    throw Unanswered("17.10")
}
