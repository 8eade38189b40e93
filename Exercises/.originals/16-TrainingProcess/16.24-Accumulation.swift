// Exercise 16.24 · One step for several batches
// Section 16.9, question 16.25: Chapters/16-TrainingProcess/09-Cancelling.swift

import Chapter16
import Practice
import Tensors

/// A callback for the `TrainingLoop` of this chapter that makes one step for every `count` training batches, 1 or more.
/// The gradient of the step is the mean of the gradients of these batches. So a training with little memory can take
/// the steps of large batches.
///
/// A batch that makes no step is cancelled before it. The counting goes on from epoch to epoch, and begins anew in
/// every `fit`. (What is left at the end of a fit makes no step; the loop clears those gradients.) The recorder gets
/// the loss of every training batch as it was, and validation is as without the callback.
public func accumulating(_ count: Int) throws -> LoopCallback {
    throw Unanswered("16.24")
}
