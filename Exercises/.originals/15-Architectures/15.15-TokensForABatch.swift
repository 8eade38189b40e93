// Exercise 15.15 · So many tokens for a batch
// Section 15.4, question 15.14: Chapters/15-Architectures/04c-TextsOfOneLength.swift

import Practice

/// A batch of 64 long texts may not fit into memory, and a batch of 64 short ones leaves most of it empty. So other
/// programs fix not the number of texts but the number of tokens, padding included: a batch of n texts, the longest of
/// which has m tokens, has n · m.
///
/// Put texts of these lengths into batches. Go through them from the longest to the shortest (of equally long ones, the
/// one with the lower place first). A text comes into the current batch if that has no more than `budget` tokens
/// afterwards; else it begins the next batch. A text that is longer than the budget has to be read all the same: it is
/// a batch of its own.
///
/// The result is the places of the texts in each batch, batches and texts in the order in which they were taken. Texts
/// without any token are left out.
///
/// Example: lengths [3, 10, 4, 3], budget 9 → [[1], [2, 0], [3]].
public func batchesWithin(_ lengths: [Int], budget: Int) throws -> [[Int]] {
    throw Unanswered("15.15")
}
