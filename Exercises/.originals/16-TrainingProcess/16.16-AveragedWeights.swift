// Exercise 16.16 · Averaged weights
// Section 16.10: Chapters/16-TrainingProcess/10c-CallbacksForTheLearner.swift

import Layers
import Practice
import Tensors
import Training

/// A callback for the engine's `Learner` that keeps a running average of all parameters of the model, and has the
/// model validated with it. It is often called EMA, exponential moving average. (B. Polyak and A. Juditsky,
/// "Acceleration of Stochastic Approximation by Averaging", 1992.)
///
/// At the beginning of `fit`, the average is the weights as they are. After every step it is decay · average + (1 -
/// decay) · weights. In each validation part, the model has the averages instead of its weights. Afterwards it has its
/// own weights again, to the last bit, even if the validation part ended with an error or was cancelled. Training goes
/// on as it would without the callback.
public func averagingWeights(decay: Float) throws -> any Callback {
    throw Unanswered("16.16")
}
