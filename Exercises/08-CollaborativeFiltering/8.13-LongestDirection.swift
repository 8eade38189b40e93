// Exercise 8.13 · The longest direction
// Section 8.5: Chapters/08-CollaborativeFiltering/05c-PrincipalComponents.swift

import Practice

/// The largest eigenvalue of a matrix of covariances, and its unit vector, without Jacobi's method: by *power
/// iteration*.
///
/// Begin with any vector, multiply it by the matrix, make it a unit vector again, and repeat. The part along the
/// longest direction grows faster than all others. Go on until the vector changes by less than 1e-12 or so, at most
/// some thousands of times. The eigenvalue is how much longer the matrix makes the vector. The largest entry by size is
/// to be positive.
///
/// The matrix is symmetric, has no negative eigenvalue, and its largest one is larger than the others. A beginning that
/// is exactly at a right angle to the answer never turns toward it: [1, 1, 1] is such a one for [[1, -1], [-1, 1]] in
/// two dimensions. Begin with numbers that are not so regular.
public func longestDirection(_ matrix: [[Double]]) throws -> (value: Double, vector: [Double]) {
    throw Unanswered("8.13")
}
