// Exercise 16.21 · Three optimizers, from memory
// Section 16.5, question 16.14: Chapters/16-TrainingProcess/05-Adam.swift

import Foundation
import Layers
import Practice
import Tensors

// The steppers of momentum, RMSProp and Adam, each whole in one function, without looking at the pages. They are of the
// kind that exercise 16.2 has: a stepper changes `p`, whose gradient is `p.grad!`, leaves the gradient as it is, and
// returns what is to be stored. `stored` is what it has returned in the last step; empty in the first. Averages begin
// with zeros.
//
// All settings that are named below are there, except "weightDecay". If that is there, the weight decays first, apart
// from the gradient: p ← p · (1 − learningRate · weightDecay).

/// Undamped momentum, as the book's code and PyTorch have it. Settings: "learningRate", "momentum". Stored: "average".
///
/// p = 1, rate 0.1, momentum 0.5, gradients 2 and 4 → average 2 and 5, p = 0.8 and 0.3.
public func momentum(
    _ p: Parameter, _ settings: [String: Float], _ stored: [String: Tensor]
) throws -> [String: Tensor] {
    throw Unanswered("16.21")
}

/// RMSProp with a damped average of squares, and with epsilon outside the root. Settings: "learningRate",
/// "squareMomentum", "epsilon". Stored: "square".
///
/// p = 1, rate 0.1, squareMomentum 0.75, epsilon 0, gradient 2 → square 1, p = 0.8.
public func rmsProp(
    _ p: Parameter, _ settings: [String: Float], _ stored: [String: Tensor]
) throws -> [String: Tensor] {
    throw Unanswered("16.21")
}

/// Adam with both averages unbiased, and with epsilon outside the root. Settings: "learningRate", "momentum",
/// "squareMomentum", "epsilon". Stored: "average", "square" and "steps", a tensor of one number.
///
/// p = 1, rate 0.1, epsilon 0, gradient −5 → p = 1.1, whatever the momenta.
public func adam(
    _ p: Parameter, _ settings: [String: Float], _ stored: [String: Tensor]
) throws -> [String: Tensor] {
    throw Unanswered("16.21")
}
