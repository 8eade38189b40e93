// Exercise 19.10 · A hook that shows shapes
// Section 19.4, question 19.21: Chapters/19-LearnerFromScratch/04c-Hooks.swift

import Practice
import Tensors

/// Makes a hook for a layer, which writes a line with the shapes of what goes in and of what comes out:
///
///     conv1: [64, 3, 32, 32] → [64, 16, 16, 16]
///
/// A training calls it thousands of times. So it writes only when the shapes are others than at its last call: at its
/// first call, at the smaller batch at the end of an epoch, and at the first batch of the next. A line goes to `write`,
/// without a line break. Each hook remembers its own layer's shapes.
public func shapeHook(
    _ name: String, write: @escaping (_ line: String) -> Void
) throws -> (_ output: Tensor, _ input: Tensor) -> Void {
    throw Unanswered("19.10")
}
