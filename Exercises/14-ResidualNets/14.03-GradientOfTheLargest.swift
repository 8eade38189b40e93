// Exercise 14.3 · The gradient of the largest
// Section 14.2: Chapters/14-ResidualNets/02c-Pooling.swift

import Practice

/// The way back through max pooling with windows of 2 × 2, a stride of 2 and ceil mode, for one channel. x is an array
/// of h rows of w numbers, at least one of each. dy has ⌈h / 2⌉ rows of ⌈w / 2⌉ numbers: the gradients of what pooling
/// gives. The result has the shape of x.
///
/// Each number of dy goes to the place of its window's largest number, and all others get 0. If several are equally
/// large, the first one in reading order (row by row, from the left) gets all of it. Windows at the right and lower
/// edge may have two numbers, or one.
///
/// [[1, 7], [7, 3], [2, 2]] with dy [[10], [20]] gives [[0, 10], [0, 0], [20, 0]].
public func gradientOfLargest(_ x: [[Float]], dy: [[Float]]) throws -> [[Float]] {
    throw Unanswered("14.3")
}
