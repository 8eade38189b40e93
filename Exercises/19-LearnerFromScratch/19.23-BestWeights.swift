// Exercise 19.23 · The best weights come back
// Section 19.7, further research 5: Chapters/19-LearnerFromScratch/07e-Cancelling.swift

import Chapter19
import Practice
import Tensors

/// A callback for the Learner of chapter 19 that keeps the best weights of a fit. (fastai has it as part of its
/// `SaveModelCallback`.)
///
/// When the fit is over, however it ended, the model has the weights that it had in the validation pass with the lowest
/// loss; of several such passes, in the first. `best` is the number of that pass's epoch, counted from 0. The loss of a
/// pass is the mean over its items, so a smaller last batch counts less. A batch without a loss, which was cancelled,
/// does not count; a pass without any item, or with a loss that is not a number, is never the best. If no pass is, the
/// weights stay as they are, and `best` is nil. Another fit begins anew.
///
/// Override the events that you need; `self.model.isTraining` says which pass it is.
public final class BestWeights: Callback {
    public private(set) var best: Int?

    public override init() {}

    public override func afterEpoch() throws {
        throw Unanswered("19.23")
    }
}
