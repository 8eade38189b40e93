// Exercise 16.23 · A step only where there is something to learn
// Section 16.9, questions 16.25 and 16.27: Chapters/16-TrainingProcess/09b-TerminateOnNaN.swift

import Chapter16
import Practice

/// A callback for the `TrainingLoop` of this chapter that saves the way back through batches that the model can do
/// already. A training batch is *easy* if its loss is below `share` times the smoothed loss, `smoothLoss`, that the
/// recorder has made of the batches before it in this fit. The first batch of a fit is not easy, since there is none
/// yet. (Angela Jiang and others, 2019, choose single items by their loss.)
///
/// An easy batch is cancelled, without backward pass and step. But after `most` cancelled batches in a row, the next
/// one makes its step, easy or not; then counting begins anew. It goes on from epoch to epoch. Validation is as without
/// the callback.
///
/// The loss of the model alone decides. If there is an `RNNRegularizer`, this is the loss before it adds its penalties,
/// wherever in the list of callbacks yours is. The recorder gets the loss of every training batch, that of an easy one
/// without penalties.
public func skippingEasyBatches(below share: Float, atMost most: Int) throws -> LoopCallback {
    throw Unanswered("16.23")
}
