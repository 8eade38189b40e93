// Exercise 17.6 · Greater everywhere
// Section 17.3, question 17.11: Chapters/17-Foundations/03-Elementwise.swift

import Practice
import Tensors

/// Whether every element of a is greater than the one of b in the same place. [10, 6, 8] and [2, 5, 7] → true.
///
/// nil if the shapes differ, even if one tensor could be repeated to fit the other: then there are no pairs in the same
/// place. If there are no elements, no pair speaks against it. Nothing is greater than NaN, and NaN is greater than
/// nothing.
public func allGreater(_ a: Tensor, _ b: Tensor) throws -> Bool? {
    throw Unanswered("17.6")
}
