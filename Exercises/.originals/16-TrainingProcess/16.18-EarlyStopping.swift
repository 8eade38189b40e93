// Exercise 16.18 · Early stopping
// Section 16.10, further research 4: Chapters/16-TrainingProcess/10c-CallbacksForTheLearner.swift

import Practice
import Training

/// A callback for the engine's `Learner` that ends `fit` when the validation loss does not get better any more.
///
/// An epoch is an improvement if its "valid_loss" (a column of the recorder) is below the lowest one so far by more
/// than `margin`; the first epoch of a fit is one if its loss is a number. NaN is none. After `patience` epochs in a
/// row that are no improvement, the fit ends, with the last of them in the recorder. Every fit begins anew.
public func stoppingEarly(patience: Int, margin: Float) throws -> any Callback {
    throw Unanswered("16.18")
}
