// Exercise 19.3 · An epoch for several machines
// Section 19.2: Chapters/19-LearnerFromScratch/02e-DataLoader.swift

import Practice

/// The batches of one of several machines that share an epoch.
///
/// All machines have drawn the same `order` of the items. They deal it out like cards: the first item goes to machine
/// 0, the second to machine 1, and so on, then again to machine 0. All machines need equally many items, or some would
/// wait for a batch that never comes. So if the last round is not full, items from the beginning of the order are dealt
/// a second time until it is. (With very few items, even more often.) Each machine cuts its items into batches; its
/// last batch may be smaller.
///
/// An order without items has no batches. Order [5, 3, 8, 1, 9, 0, 2] for machine 1 of 3 in batches of 2 →
/// [[3, 9], [5]]
public func sharedEpoch(_ order: [Int], machine: Int, of machines: Int, batchSize: Int) throws -> [[Int]] {
    throw Unanswered("19.3")
}
