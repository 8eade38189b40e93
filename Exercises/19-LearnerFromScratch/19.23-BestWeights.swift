// Exercise 19.23 · Stop when nothing improves
// Section 19.7, further research 5: Chapters/19-LearnerFromScratch/07e-Cancelling.swift

import Chapter19
import Practice
import Tensors

/// A callback for the Learner of chapter 19 that ends the fit when validation no longer improves.
///
/// It keeps `history`, the validation loss of every epoch of this fit: the mean over the items, so that a smaller last
/// batch counts less. A batch without a loss, which was cancelled, does not count, and an epoch without any item in
/// validation adds nothing. When the last `patience` losses, at least one, are none of them lower than the lowest
/// before them, it throws `Cancel.fit` after that validation pass. A loss that is not a number is never lower. In
/// another fit it begins anew. It also works in a Learner without training batches.
///
/// Override the events that you need; `self.model.isTraining` says which pass it is.
public final class EarlyStopping: Callback {
    public private(set) var history: [Float] = []

    public init(patience: Int) {}

    public override func afterEpoch() throws {
        throw Unanswered("19.23")
    }
}
