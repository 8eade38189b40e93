// Exercise 19.6 · Mean and deviation of data that do not fit into memory
// Section 19.2: Chapters/19-LearnerFromScratch/02h-Normalize.swift

import Practice

/// What is known of some numbers: how many they are, their mean, and the sum of the squares of their distances from the
/// mean, Σ (x - mean)². Of no numbers, all three are 0.
public typealias Statistics = (count: Int, mean: Double, squares: Double)

/// The statistics of two sets of numbers together, from those of each. So a data set can be gone through batch by
/// batch.
///
/// It must stay exact for numbers far from 0, such as a million and a bit, whose own squares would swallow the bit: so
/// Σ x² may not be used on the way. With (3, 2, 2), the numbers 1, 2, 3, and (1, 6, 0), the number 6, it is (4, 3, 14).
public func merged(_ a: Statistics, _ b: Statistics) throws -> Statistics {
    throw Unanswered("19.6")
}
