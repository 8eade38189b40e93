// Exercise 16.8 · LAMB: steps as long as the weights allow
// Section 16.5, further research 1: Chapters/16-TrainingProcess/05-Adam.swift

import Practice
import Tensors

/// One step of LAMB. (Y. You and others, "Large Batch Optimization for Deep Learning: Training BERT in 76 minutes",
/// 2020.) Its direction is Adam's, with both averages damped and unbiased, plus a decay:
///
///     u = m / (√s + epsilon) + weightDecay · p
///
/// But how far it goes in a layer depends on how large the weights there are. With |x| for the root of the sum of
/// squares over all numbers of a tensor:
///
///     p ← p − learningRate · trust · u,   trust = |p| / |u|, but at most 10
///
/// If |p| or |u| is 0, trust is 1. (Weights that begin as zeros could never leave otherwise.)
///
/// - Parameter stored: "average", "square" and "steps" (a tensor of one number) of the last step; empty in the first.
/// - Returns: the new weights, and the three under the same names.
public func lambStep(
    _ p: Tensor, _ g: Tensor, _ stored: [String: Tensor], learningRate: Float, momentum: Float, squareMomentum: Float,
    epsilon: Float, weightDecay: Float
) throws -> (p: Tensor, stored: [String: Tensor]) {
    throw Unanswered("16.8")
}
