// Exercise 11.9 · How often hooks are called
// Section 11.6, question 11.13: Chapters/11-DataPipelines/06-TransformedTuples.swift

import Practice

/// How often the three hooks of a loader are called in an epoch: after an item, before a batch, after a batch.
///
/// 10 items in batches of 4, nothing left out → [10, 3, 3]
///
/// - Parameter dropsLast: whether items that do not fill a batch are left out. Those are not even fetched.
public func hookCalls(_ items: Int, _ batchSize: Int, _ dropsLast: Bool) throws -> [Int] {
    throw Unanswered("11.9")
}
