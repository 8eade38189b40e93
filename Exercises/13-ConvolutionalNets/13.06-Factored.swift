// Exercise 13.6 · A kernel that is a column times a row
// Section 13.3, question 13.3: Chapters/13-ConvolutionalNets/03e-WhyBatches.swift

import Practice
import Tensors

/// Some kernels can be applied in two steps: first a column of numbers, then a row. That saves work: for 3 × 3, six
/// products for each place in place of nine, and for 7 × 7, fourteen in place of 49. It is possible if each number of
/// the kernel is a number of the column times a number of the row: kernel[i, j] = column[i] · row[j]. The kernel of top
/// edges is such a one, with the column −1, 0, 1 and the row 1, 1, 1.
///
/// Returns a column and a row for the kernel [h, w], or nil if there are none. There are many right answers: twice the
/// column and half the row will do as well. A kernel of zeros has some, too. The numbers need only be right up to
/// rounding: a difference of less than a ten-thousandth of the largest number of the kernel is none, however large or
/// small that number is. (The check tries no kernel for which it is a close call.)
public func factored(_ kernel: Tensor) throws -> (column: [Float], row: [Float])? {
    throw Unanswered("13.6")
}
