// Exercise 9.14 · What belongs together
// Section 9.6: Chapters/09-TabularModeling/06d-RedundantColumns.swift

import Practice

/// Groups of things that are nearer to each other than a limit. (The other half of the book's `cluster_columns`, cut
/// off at a distance.)
///
/// At first each thing is a group of its own. The distance of two groups is the mean of the distances of all pairs, one
/// from each group. The two nearest groups become one, again and again, until no two groups are nearer than `limit`. Of
/// pairs that are equally near, the one whose groups come first is taken; groups stand in the order of their smallest
/// members.
///
/// The result has the groups in this order, and each group has its members from the smallest to the largest.
/// `distances[a][b]` is the same as `distances[b][a]`.
///
/// distances [[0, 1, 8], [1, 0, 6], [8, 6, 0]] : limit 2 → [[0, 1], [2]] ; limit 7.5 → [[0, 1, 2]], since (8 + 6) / 2 =
/// 7
public func groups(_ distances: [[Double]], nearerThan limit: Double) throws -> [[Int]] {
    throw Unanswered("9.14")
}
