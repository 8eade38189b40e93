// Exercise 16.13 · ModelReset for the engine
// Section 16.10, question 16.23: Chapters/16-TrainingProcess/10c-CallbacksForTheLearner.swift

import Practice
import Training

/// A callback for the engine's `Learner` that calls `reset` before each training part and before each validation
/// part, in every epoch, and at no other time. Without looking at `ModelReset` of section 16.8, if you can.
public func modelReset(_ reset: @escaping () -> Void) throws -> any Callback {
    throw Unanswered("16.13")
}
