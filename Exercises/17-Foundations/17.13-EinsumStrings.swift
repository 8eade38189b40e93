// Exercise 17.13 · Seven equations
// Section 17.6, questions 17.23 and 17.24: Chapters/17-Foundations/06-EinsteinSummation.swift

import Practice

/// The string for `einsum` with that number, from 1 to 7, with an arrow. Which letters you take is up to you.
///
/// 1. The matrix product of [m, k] and [k, n] → [m, n].
/// 2. The sum of all numbers of a matrix [m, n] → [].
/// 3. The trace of a square matrix [n, n], the sum of its diagonal → [].
/// 4. Each row of [n, d] times a weight of its own, [n] → [n, d].
/// 5. Each matrix of a batch [b, m, k] times the *transpose* of its partner in [b, n, k] → [b, m, n].
/// 6. One bilinear form, of a vector [m], a matrix [m, n] and a vector [n] → [].
/// 7. A matrix [c, k] applied to the channels of every image of a batch [b, k, h, w] → [b, c, h, w].
public func equation(_ number: Int) throws -> String {
    throw Unanswered("17.13")
}
