// Exercise 13.1 · A kernel of any odd size at one place
// Section 13.1, question 13.3: Chapters/13-ConvolutionalNets/01b-WhatAKernelAsks.swift

import Practice
import Tensors

/// What a kernel gives at one place of an image: the sum of the pixels around (row, column), each times the weight that
/// lies on it. The kernel has an odd number of rows and an odd number of columns, not always three, and not always the
/// same: 1 × 5 is one, too. Its middle lies on (row, column).
///
/// nil where the kernel would reach over the border of the image, on whichever side; also for a place that is not in
/// the image, such as row −1.
public func appliedKernel(_ kernel: Tensor, to image: Tensor, row: Int, column: Int) throws -> Float? {
    throw Unanswered("13.1")
}
