// Exercise 17.12 · All pairs, without a loop
// Section 17.4, questions 17.18 and 17.19: Chapters/17-Foundations/04c-NewAxes.swift

import Practice
import Tensors

/// The products of all pairs of numbers of two vectors, by broadcasting: number [i, j] is a[i] · b[j]. No loops, and no
/// operation that multiplies vectors or matrices.
///
/// a [m] · b [n] → [m, n]. [1, 2, 3] and [10, 20] → [[10, 20], [20, 40], [30, 60]].
public func outerProduct(_ a: Tensor, _ b: Tensor) throws -> Tensor {
    throw Unanswered("17.12")
}

/// The squared distances of all pairs of points, by broadcasting: number [i, j] is how far point i of a is from point j
/// of b, that is, the sum of the squared differences of their coordinates. No loops.
///
/// a [m, d] · b [n, d] → [m, n]. The points (0, 0) and (3, 4) to the points (0, 0), (3, 0) and (0, 4) →
/// [[0, 9, 16], [25, 16, 9]].
public func squaredDistances(_ a: Tensor, _ b: Tensor) throws -> Tensor {
    throw Unanswered("17.12")
}
