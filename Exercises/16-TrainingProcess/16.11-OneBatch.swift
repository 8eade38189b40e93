// Exercise 16.11 · One batch, whatever happens
// Section 16.7, question 16.19: Chapters/16-TrainingProcess/07d-OrderOfEvents.swift

import Practice
import Training

/// One batch of a training, with its events. `work` does a step of the loop: "predict", "loss", "backward", "step" or
/// "clear". `send` sends an event to all callbacks, by its name, "beginBatch" for example, and throws what they throw.
///
/// The order is that of the page; a batch that is not for training ends after its loss. If an event throws the engine's
/// `Cancel(.batch)`, the rest is left out, and "afterCancelBatch" is sent. "afterBatch" is sent at the end in any case,
/// once, and then every other error is thrown. If "afterBatch" itself throws as well, the first error that is no
/// `Cancel` is thrown, and if there is none, the first.
public func oneBatch(
    isTraining: Bool, work: @escaping (String) -> Void, send: @escaping (String) throws -> Void
) throws {
    throw Unanswered("16.11")
}
