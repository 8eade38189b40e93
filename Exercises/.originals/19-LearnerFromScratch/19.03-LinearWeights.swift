// Exercise 19.3 · Resizing without blocks
// Section 19.2: Chapters/19-LearnerFromScratch/02-Dataset.swift

import Practice
import Tensors

/// The matrix [new, old] that resizes an axis by linear interpolation, to be used like `overlaps`: every new pixel is a
/// mix of the two old pixels around it.
///
/// Pixel k of an axis is a stretch from k to k + 1, and its place is the middle of that. So the middle of new pixel k
/// is, in pixels of the old axis, at p = (k + ½) · old / new - ½. Between the old pixels j and j + 1, at p = j + t with
/// t from 0 to 1, it gets 1 - t of pixel j and t of pixel j + 1. Before the first middle and behind the last one it is
/// the first or the last pixel alone. From 2 pixels to 4: [[1, 0], [0.75, 0.25], [0.25, 0.75], [0, 1]].
public func linearWeights(_ new: Int, _ old: Int) throws -> Tensor {
    throw Unanswered("19.3")
}
