// Exercise 10.11 · Batches of about one length
// Section 10.2, question 10.17: Chapters/10-FilmReviews/02e-Padding.swift

import Practice

/// Which texts come together, if they are sorted by length, the longest first: the places of the texts, counted from 0,
/// batch by batch. Of equally long texts, the earlier one comes first. The last batch may be smaller.
///
/// lengths [3, 9, 5, 9, 1], batches of 2 → [[1, 3], [2, 0], [4]]
///
/// `size` is at least 1.
public func sortedBatches(_ lengths: [Int], size: Int) throws -> [[Int]] {
    throw Unanswered("10.11")
}
