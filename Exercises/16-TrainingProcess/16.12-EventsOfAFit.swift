// Exercise 16.12 · All events of a training
// Section 16.7, question 16.22: Chapters/16-TrainingProcess/07d-OrderOfEvents.swift

import Practice

/// The events of a training, by their names and in their order: of so many epochs, each with so many training batches
/// and validation batches. Nothing is cancelled but the training batches whose numbers (from 0) are in `skipped`: in
/// every epoch, they are cancelled at their "beginBatch". Any of the numbers may be 0; a part without batches still
/// begins and ends, and numbers of batches that there are not do not matter.
public func eventsOfFit(epochs: Int, train: Int, valid: Int, skipped: [Int]) throws -> [String] {
    throw Unanswered("16.12")
}
