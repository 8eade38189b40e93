// Exercise 18.2 · Statistics of a layer while it learns
// Section 18.1, question 18.4: Chapters/18-WhereItLooks/01c-ScopesForHooks.swift

import Layers
import Practice
import Tensors

/// Watches what comes out of a layer in training. (fastai's `ActivationStats`, for one layer.)
public final class OutputStatistics {
    /// Of one call of the layer.
    public struct Entry: Equatable, Sendable {
        /// The mean, and the standard deviation with n, not n - 1.
        public var mean, deviation: Float
        /// The share of numbers whose distance from 0 is less than 0.05.
        public var nearZero: Float

        public init(mean: Float, deviation: Float, nearZero: Float) {
            (self.mean, self.deviation, self.nearZero) = (mean, deviation, nearZero)
        }
    }

    /// One for each call of the layer while it was in training mode, in their order. Add properties as you like.
    public private(set) var entries: [Entry] = []

    /// Begins to watch a layer. Calls while the layer is in evaluation mode are passed over.
    public init(of layer: any Layer<Tensor, Tensor>) throws {
        throw Unanswered("18.2")
    }

    /// Ends it; the entries stay. Ending it twice does no harm. When this object goes away without it, the hook must go
    /// away too.
    public func stop() throws {
        throw Unanswered("18.2")
    }
}
