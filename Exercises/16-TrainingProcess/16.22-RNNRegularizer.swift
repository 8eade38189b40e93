// Exercise 16.22 · RNNRegularizer from memory
// Section 16.8: Chapters/16-TrainingProcess/08f-RNNRegularizer.swift

import Chapter16
import Practice
import Tensors

/// A callback for the `TrainingLoop` of this chapter that does what `RNNRegularizer` does: a class of your own, written
/// without looking, if you can. (`RNNRegularizer` and its two functions can be seen from here; do not use them.)
///
/// The model returns three tensors: the scores, and what its recurrent layer gives before and after dropout, [batch,
/// steps, hidden] each. In training and in validation, the loss shall get the scores alone. To the loss of a training
/// batch, and of no other, add alpha · mean of the squares of the output after dropout, and beta · mean of the squared
/// differences between consecutive steps of the output before dropout. A penalty whose factor is 0 is not computed at
/// all (its numbers may be NaN), and a single step has no differences.
public func rnnRegularizer(alpha: Float, beta: Float) throws -> LoopCallback {
    throw Unanswered("16.22")
}
