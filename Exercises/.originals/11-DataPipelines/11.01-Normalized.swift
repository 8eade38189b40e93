// Exercise 11.1 · Mean off, deviation out
// Section 11.3, question 11.6: Chapters/11-DataPipelines/03-OwnTransforms.swift

import Practice

/// A number after a transform that was set up on some items: without their mean, divided by their standard deviation
/// (the root of the mean of the squares). And what the way back makes of that. (The book asks for this `Normalize`.)
///
/// items [1, 2, 3, 4, 5], x = 5 → [1.41421, 5]
///
/// There is at least one item. Where all are the same, divide by 1.
public func normalized(_ items: [Double], _ x: Double) throws -> [Double] {
    throw Unanswered("11.1")
}
