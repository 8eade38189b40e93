// Exercise 19.16 · A finder that stands by itself
// Section 19.8, question 19.25: Chapters/19-LearnerFromScratch/08-LearningRateFinder.swift

import Practice

/// The learning-rate finder without `Callback` and without a learner: it is told everything that it has to know. Add
/// properties as you like.
public final class RateFinder {
    public private(set) var rates: [Float] = []
    public private(set) var losses: [Float] = []

    /// - Parameters:
    ///   - start: the rate before the first batch; that of the first batch is `factor` times as high.
    ///   - limit: no batch counts whose rate is above it.
    public init(start: Float, factor: Float, limit: Float) {}

    /// The rate for the coming batch. Only training batches raise it; for another, it is what it was.
    public func beforeBatch(isTraining: Bool) throws -> Float {
        throw Unanswered("19.16")
    }

    /// Whether training is to be ended: after a training batch with a rate above the limit, with a loss that is not a
    /// number, or with one that is more than four times as high as the lowest in `losses`. The rate and loss of such a
    /// batch are not kept; those of all other training batches are.
    public func afterBatch(loss: Float, isTraining: Bool) throws -> Bool {
        throw Unanswered("19.16")
    }
}
