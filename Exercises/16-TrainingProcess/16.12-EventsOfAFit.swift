// Exercise 16.12 · All events of a training
// Section 16.7, question 16.22: Chapters/16-TrainingProcess/07d-OrderOfEvents.swift

import Practice

/// The events of a training, by their names and in their order: of so many epochs, each with so many training batches
/// and validation batches. Nothing is cancelled, except, if `skipped` is a number, the training batch with that number
/// (from 0) in every epoch: it is cancelled at its "beginBatch". Any of the numbers may be 0; a part without batches
/// still begins and ends.
public func eventsOfFit(epochs: Int, train: Int, valid: Int, skipped: Int?) throws -> [String] {
    throw Unanswered("16.12")
}
