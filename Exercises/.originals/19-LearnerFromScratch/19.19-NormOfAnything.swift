// Exercise 19.19 · Batch norm for any rank
// Section 19.9, further research 2: Chapters/19-LearnerFromScratch/09c-BatchNorm.swift

import Practice
import Tensors

/// Batch norm for lists of numbers [n, c], sequences [n, c, length], pictures [n, c, h, w], and whatever has its
/// channels on axis 1.
public final class NormOfAnything {
    /// One for each channel, [c]. They are set from outside, and tracked while the net learns.
    public var gamma, beta: Tensor
    /// [c]: they begin with 0 and 1. A training batch moves them by a tenth of the way to its own mean, and to its own
    /// variance with n − 1, n being the numbers of a channel in the batch (at least two).
    public private(set) var runningMean, runningVariance: Tensor

    public init(_ channels: Int) {
        (gamma, beta) = (.ones(channels), .zeros(channels))
        (runningMean, runningVariance) = (.zeros(channels), .ones(channels))
    }

    /// γ · (x − mean) / √(variance + 1e-5) + β, by the batch's own mean and variance (with n) while training, and by
    /// the running ones otherwise. Gradients flow to x, also through the batch's mean and variance, and to γ and β;
    /// none is kept in the running averages.
    public func forward(_ x: Tensor, isTraining: Bool) throws -> Tensor {
        throw Unanswered("19.19")
    }
}
