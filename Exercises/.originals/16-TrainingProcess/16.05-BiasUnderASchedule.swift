// Exercise 16.5 · How wrong Adam's correction is under a schedule
// Section 16.5, questions 16.13 and 16.15: Chapters/16-TrainingProcess/05-Adam.swift

import Foundation
import Practice

/// Adam divides its average of n gradients by 1 − betaⁿ, the total of the weights that it has given away. But that is
/// the total only if beta has been the same all the time. Under a cycle it is not: beta falls from 0.95 to 0.85 and
/// rises again. Adam takes the beta of *this* step for all of them.
///
/// This gives, for each step, what Adam divides by, divided by what it should divide by: the total of the weights of
///
///     avg ← beta[n] · avg + (1 − beta[n]) · grad
///
/// 1 means that it is right; 2 would mean that Adam's average is half of what it should be. Each beta is at least 0 and
/// below 1.
///
/// [0.9, 0.9, 0.9] → [1, 1, 1]. [0.9, 0.5] → [1, (1 − 0.25) / 0.55], which is [1, 1.3636].
public func errorOfAdamsCorrection(_ betas: [Double]) throws -> [Double] {
    throw Unanswered("16.5")
}
