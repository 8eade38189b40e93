// Exercise 4.33 · Two averages of one validation set                needs exercise 4.32
// Section 4.13, question 4.33: Chapters/04-DigitClassifier/13b-Epochs.swift

import Practice
import Tensors

/// Judges a model on a validation set that comes in batches, by your `batchAccuracy`. Returns two averages:
/// `ofBatches`, in which every batch counts equally (the book's `validate_epoch`), and `ofItems`, in which every item
/// does: the share of all items that are right. They differ when the last batch is smaller than the others: with 1
/// right out of 4, and then 1 out of 1, they are 0.625 and 0.4.
///
/// Batches of x [b, …] and y [b, 1], at least one; the model makes scores [b, 1] of x. It is called once for each
/// batch, and nothing is recorded for `backward` meanwhile.
public func validateEpoch(
    _ model: (Tensor) -> Tensor, on batches: [(x: Tensor, y: Tensor)]
) throws -> (ofBatches: Float, ofItems: Float) {
    throw Unanswered("4.33")
}
