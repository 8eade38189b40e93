// Exercise 16.20 · TerminateOnNaN for the engine
// Section 16.10, question 16.26: Chapters/16-TrainingProcess/10c-CallbacksForTheLearner.swift

import Practice
import Training

/// A callback for the engine's `Learner` that ends `fit` when the loss of a training batch is NaN, infinite (also
/// minus infinity), or above `limit`. Such a batch must make no step, and its loss must not be recorded. The engine's
/// recorder is always called first, so the end of the batch is too late for that.
///
/// The loss of a validation batch ends nothing.
public func terminating(above limit: Float) throws -> any Callback {
    throw Unanswered("16.20")
}
