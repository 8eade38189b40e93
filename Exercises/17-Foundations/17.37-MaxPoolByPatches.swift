// Exercise 17.37 · The largest number of every patch
// Section 17.12: Chapters/17-Foundations/12b-UnfoldAsAView.swift

import Practice
import Tensors

/// Max pooling by patches: x [n, channels, h, w] → [n, channels, down, across], the largest number of each channel's
/// patch of `kernel` × `kernel` pixels; from patch to patch it is a stride. There are as many patches as fit, at least
/// one. Channels are not mixed. Not by the engine's `maxPooled`.
///
/// The gradient goes to the pixel where the largest number is; if there are several, to the first of them, from left to
/// right and then down. [[1, 2], [4, 4]] with kernel 2 → 4, and the gradient is [[0, 0], [1, 0]].
///
/// `windows` makes the patches. `max(axis:)` returns two things, the `.values` along an axis and where they were found,
/// and its gradient goes to the first of equal numbers.
public func maxPoolByPatches(_ x: Tensor, kernel: Int, stride: Int) throws -> Tensor {
    throw Unanswered("17.37")
}
