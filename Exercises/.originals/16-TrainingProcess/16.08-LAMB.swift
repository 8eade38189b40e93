// Exercise 16.8 · LAMB: steps as long as the weights allow
// Section 16.5, further research 1: Chapters/16-TrainingProcess/05f-YoungerOptimizers.swift

import Foundation
import Layers
import Practice
import Tensors

/// A step of LAMB, as a stepper. (Y. You and others, "Large Batch Optimization for Deep Learning: Training BERT in 76
/// minutes", 2020.) Its direction is Adam's, with both averages damped and unbiased, plus a decay:
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
/// It is a stepper of the kind that exercise 16.2 has, so it fits into the list of a generic optimizer. It changes `p`,
/// whose gradient is `p.grad!`, and leaves the gradient as it is. All settings that it needs are there:
/// "learningRate", "momentum", "squareMomentum", "epsilon" and "weightDecay".
///
/// - Parameter stored: what it has returned in the last step; empty in the first.
/// - Returns: "average", "square" and "steps", a tensor of one number.
public func lamb(
    _ p: Parameter, _ settings: [String: Float], _ stored: [String: Tensor]
) throws -> [String: Tensor] {
    throw Unanswered("16.8")
}
