// Exercise 18.2 · Histograms of a layer while it learns
// Section 18.1, question 18.4: Chapters/18-WhereItLooks/01d-ActivationStats.swift

import Layers
import Practice
import Tensors

/// Watches what comes out of a layer in training, call by call, as a histogram. (fastai's `ActivationStats` keeps one,
/// from which the book draws its "colourful dimension".) Unlike the page's callback it knows no learner: it looks at
/// the layer alone, and it needs no `fit` around it.
public final class OutputHistograms {
    /// A histogram for each call of the layer while *the layer* was in training mode, in their order: how many of the
    /// output's numbers fall into each bin. Add properties as you like.
    public private(set) var counts: [[Int]] = []

    /// Begins to watch a layer. Calls while it is in evaluation mode are passed over.
    ///
    /// There are `bins` bins, at least one, all as wide as each other, from `range.lowerBound` to `range.upperBound`,
    /// which are not equal. A number on the border of two bins belongs to the upper one. What is below the range counts
    /// in the first bin, and what is above it, or its upper bound, in the last. NaN counts nowhere.
    public init(of layer: any Layer<Tensor, Tensor>, range: ClosedRange<Float>, bins: Int) throws {
        throw Unanswered("18.2")
    }

    /// Ends it; the histograms stay. Ending it twice does no harm. When this object goes away without it, the hook must
    /// go away too.
    public func stop() throws {
        throw Unanswered("18.2")
    }
}
