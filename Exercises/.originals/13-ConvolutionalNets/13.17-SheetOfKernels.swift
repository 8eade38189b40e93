// Exercise 13.17 · A sheet of kernels
// Section 13.9: Chapters/13-ConvolutionalNets/09e-FirstKernels.swift

import Practice
import Tensors

/// All kernels of a first layer in one picture: [filters, 3, k, k] → [3, height, width], numbers in 0...1.
///
/// They are laid out in rows of `columns` kernels, from left to right and then down. Between them, and around all of
/// them, is a line of white (1) that is one pixel wide. What is left of the last row stays white. Each kernel is scaled
/// by itself: its largest weight, by absolute value, becomes 1 if it is positive and 0 if it is negative, a weight of 0
/// becomes ½, and the others lie between, in proportion. A kernel of zeros is all ½.
///
/// There is at least one kernel and one column. The picture is as wide as `columns` kernels, even if there are fewer.
public func sheetOfKernels(_ weight: Tensor, columns: Int) throws -> Tensor {
    throw Unanswered("13.17")
}
