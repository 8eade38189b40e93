// Exercise 1.13 · Nobody in both sets
// Section 1.10, question 1.21: Chapters/01-FirstModels/10d-NewFaces.swift

import Practice
import Tensors

/// Divides items that belong to groups (drivers, ships, speakers), such that no group is in both sets.
///
/// The groups are put into a random order, by the seed. They go to the validation set, one after the other, as long
/// as it has fewer than `share` of all items; the last one that is needed comes whole. But at least one group is
/// always left to learn from. The share is above 0 and below 1.
///
/// Each group is as likely as any other to be held back first. The same seed draws the same groups, whatever the order
/// of the items: the split depends on the names and on how often each occurs. The results are places in `groups`, in
/// ascending order. With fewer than two groups nothing is held back.
public func splitByGroup(_ groups: [String], share: Double, seed: UInt64) throws -> (train: [Int], valid: [Int]) {
    throw Unanswered("1.13")
}
