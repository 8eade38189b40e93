// Exercise 16.14 · Penalties of several layers
// Section 16.8: Chapters/16-TrainingProcess/08f-RNNRegularizer.swift

import Practice
import Tensors

/// Activation regularization and temporal activation regularization, as in the book: `raw` and `dropped` are the
/// outputs of all layers of a recurrent net before and after dropout, [batch, steps, hidden] each, and only the last
/// layer counts.
///
/// alpha · mean of the squares of the last `dropped`, plus beta · mean of the squared differences between consecutive
/// steps of the last `raw`. A penalty whose factor is 0 is not computed at all (its numbers may be NaN), and a single
/// step has no differences. Without any penalty the result is 0. A single number, through which gradients go back.
public func activationPenalties(raw: [Tensor], dropped: [Tensor], alpha: Float, beta: Float) throws -> Tensor {
    throw Unanswered("16.14")
}
