// Exercise 11.4 · What each step has seen
// Section 11.4: Chapters/11-DataPipelines/04-Pipelines.swift

import Practice

/// The largest item that each step of a pipeline sees when it is set up. All steps are of one kind: a step remembers
/// the largest item that it is shown, and then makes of every item what is missing to that: largest − item. What
/// comes out is what the next step is shown.
///
/// items [1, 4, 6], 2 steps → [6, 5], since the second one is shown [5, 2, 0]
///
/// There is at least one item. Items may be negative, and there may be no steps.
public func seenInOrder(_ items: [Int], _ steps: Int) throws -> [Int] {
    throw Unanswered("11.4")
}
