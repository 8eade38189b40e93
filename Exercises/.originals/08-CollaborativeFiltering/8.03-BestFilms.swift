// Exercise 8.3 · The best films for somebody
// Section 8.1, question 8.7: Chapters/08-CollaborativeFiltering/01d-DotProduct.swift

import Practice

/// The numbers, counted from 0, of the films that fit somebody best by the dot product of their factors, the best
/// first. Of films that fit equally well, the one with the smaller number comes first. If there are fewer films than
/// are wanted, all of them. Compute the dot products with a loop or with `zip`, not with a tensor.
///
/// Somebody with the factors [0.9, 0.8, -0.6], films [[-0.99, -0.3, 0.8], [0.98, 0.9, -0.9], [0, 0, 0]], 2 → [1, 2]
///
/// nil if some film has another number of factors than the person. `count` is at least 0.
public func bestFilms(for user: [Double], among films: [[Double]], count: Int) throws -> [Int]? {
    throw Unanswered("8.3")
}
