// Exercise 6.13 · Shapes that belong together
// Section 6.4, question 6.16: Chapters/06-OtherVisionProblems/04k-ASilentBroadcast.swift

import Practice
import Tensors

/// The mean squared error of outputs and targets, or nil if their shapes do not belong together.
///
/// They do if they are equal when axes of length 1 do not count: [64, 2] belongs to [64, 1, 2], and [5] to [5, 1]. All
/// else is refused, also what broadcasting would allow, [64, 2] with [2] or with [1], and what has only the same count:
/// [4, 6] with [6, 4], or [64, 4] with [64, 2, 2].
public func safeSquaredError(_ outputs: Tensor, _ targets: Tensor) throws -> Float? {
    throw Unanswered("6.13")
}
