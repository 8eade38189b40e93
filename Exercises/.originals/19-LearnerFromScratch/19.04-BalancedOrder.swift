// Exercise 19.4 · An epoch in which all classes are equally frequent
// Section 19.2, question 19.11: Chapters/19-LearnerFromScratch/02e-DataLoader.swift

import Practice
import Tensors

/// The order of an epoch, as indices of items, in which every class that occurs comes as often as the largest class:
/// its items are repeated. Within a class, no item comes more than once more often than another.
///
/// The whole order is random, as is which items of a class come once more. The same generator gives the same order,
/// another one another. For the classes [0, 0, 0, 1, 1] there are six indices: 0, 1, 2 once each, 3 and 4 once each,
/// and one of these two again.
public func balancedOrder(_ classes: [Int], using random: inout SplitMix64) throws -> [Int] {
    throw Unanswered("19.4")
}
