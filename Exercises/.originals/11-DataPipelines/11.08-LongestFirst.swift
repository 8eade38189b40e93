// Exercise 11.8 · The batch with the longest text first
// Section 11.6: Chapters/11-DataPipelines/06b-LoaderHooks.swift

import Practice

/// The same batches, the one with the longest text in front, the others in the order that they had. Of several texts of
/// the same length, the one in the earlier batch counts.
///
/// batches [[0, 1], [2, 3], [4]], lengths [3, 5, 9, 2, 9] → [[2, 3], [0, 1], [4]]
///
/// A batch holds places of texts, and at least one.
public func longestFirst(_ batches: [[Int]], _ lengths: [Int]) throws -> [[Int]] {
    throw Unanswered("11.8")
}
