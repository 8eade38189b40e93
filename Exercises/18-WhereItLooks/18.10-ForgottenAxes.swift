// Exercise 18.10 · Forgotten axes
// Section 18.4, further research 1: Chapters/18-WhereItLooks/04b-GradCAM.swift

import Practice

/// What becomes of Grad-CAM when the axes are not kept.
public enum ForgottenAxes: Equatable, Sendable {
    /// It is the right map all the same.
    case right
    /// It has the right shape and other numbers.
    case wrongNumbers
    /// It has another shape.
    case wrongShape
    /// The program stops.
    case stops
}

/// For activations of the shape [channels, height, width]: what becomes of `(gradients.mean(axes: 1, 2) *
/// activations).sum(axis: 0)`, where it should be `(gradients.mean(axes: 1, 2, keepingAxes: true) *
/// activations).sum(axis: 0)`? The numbers are random ones, so that no two of them are equal. All lengths are at least
/// 1. (The book's first further question asks for the last of the four.)
public func forgottenAxes(channels: Int, height: Int, width: Int) throws -> ForgottenAxes {
    throw Unanswered("18.10")
}
