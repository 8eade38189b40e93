// Exercise 4.32 · Accuracy, and what it has to beat
// Section 4.13, questions 4.11 and 4.22: Chapters/04-DigitClassifier/13b-Epochs.swift

import Practice
import Tensors

/// The share of a batch that is right: a score above 0 says 1, any other score says 0. (The book's `batch_accuracy`.)
/// scores [n, 1], targets [n, 1] or [n], each 0 or 1; n is at least 1. The result is the same for both shapes of
/// targets. Scores [[2], [−1], [0], [0.5]] and targets [1, 1, 0, 0] → 0.5.
public func batchAccuracy(_ scores: Tensor, _ targets: Tensor) throws -> Float {
    throw Unanswered("4.32")
}

/// The accuracy of the laziest model: it looks at no image, and always gives the answer that is more frequent among the
/// targets. An accuracy means something only beside this one. targets [n, 1] or [n]; [1, 1, 0] → 0.667.
public func majorityAccuracy(_ targets: Tensor) throws -> Float {
    throw Unanswered("4.32")
}
