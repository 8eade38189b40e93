// Exercise 11.7 · Filled up in front
// Section 11.6: Chapters/11-DataPipelines/06b-LoaderHooks.swift

import Practice

/// The texts of a batch, all of one length, which is that of the longest, rounded up to a multiple of `multiple`.
/// Short ones get the number 1 in front, so that every text ends where the batch ends. (The book's library can fill
/// up on this side, too.)
///
/// [[2, 8, 30], [2]], multiple 2 → [[1, 2, 8, 30], [1, 1, 1, 2]]
///
/// `multiple` is at least 1. There may be no texts.
public func paddedInFront(_ texts: [[Int]], _ multiple: Int) throws -> [[Int]] {
    throw Unanswered("11.7")
}
