// Exercise 5.17 · A loss scale that looks for itself
// Section 5.6, question 5.23: Chapters/05-ImageClassification/06n-MixedPrecision.swift

import Practice

/// What a library does about the loss scale while it trains. In each batch the loss is multiplied by the scale, so all
/// gradients are, too; they are rounded to half precision. Then:
///
/// - If the largest of them, in absolute value, is not a number below infinity, the step is left out, and the scale is
///   halved for the batches to come; but it never falls below 1.
/// - Otherwise the step is made. After `patience` steps that were made in a row with the same scale, the scale is
///   doubled for the batches to come.
///
/// Here, for each batch, you are given the largest absolute value of its true gradients, before any scale. `half` of
/// `Chapter05` rounds a number to half precision; what is too large for it becomes infinite. The scale before the first
/// batch is `scale`. The result has, for each batch, the scale that it was computed with, and whether its step was
/// made.
///
/// Also to be told apart: a batch whose largest gradient becomes 0 by rounding. Its step is made, since nobody can see
/// from a gradient of 0 that it was lost. Nothing special is to be done about it.
public func scaledSteps(
    _ largest: [Float], scale: Float, patience: Int
) throws -> (scales: [Float], isMade: [Bool]) {
    throw Unanswered("5.17")
}
