// Exercise 12.15 · Parts of nearly equal length
// Section 12.10: Chapters/12-LanguageModel/10c-OneProduct.swift

import Practice
import Tensors

/// Exactly `count` parts along an axis, as equal in length as possible. Where it does not divide evenly, the first
/// parts are longer by one. (`chunk` is different: 10 numbers in 4 chunks are 3, 3, 3 and 1, and in 6 chunks they are
/// only 5 parts.) If there are fewer entries than parts, the last parts are empty, with a length of 0 along the axis.
///
/// The axis may be negative; -1 is the last. `count` is at least 1.
///
/// 10 numbers in 4 parts: 3, 3, 2, 2. In 6 parts: 2, 2, 2, 2, 1, 1. 2 numbers in 3 parts: 1, 1, 0.
public func evenChunks(_ x: Tensor, _ count: Int, axis: Int) throws -> [Tensor] {
    throw Unanswered("12.15")
}
