// Exercise 17.35 · Fold, with a stride
// Section 17.12: Chapters/17-Foundations/12c-ConvolutionByUnfold.swift

import Practice
import Tensors

/// The way back from patches to images, for any stride: every column is laid over the patch that it was taken from, and
/// what lies on the same pixel is added. A pixel that is in no patch is 0.
///
/// columns [n, channels · kernel · kernel, places] → [n, channels, size.height, size.width], where the places go from
/// left to right and then down: ⌊(height − kernel) / stride⌋ + 1 of them down, and as many across as the width allows.
///
/// With kernel 2 and stride 2, four columns of ones make 4 × 4 ones; into 5 × 5, with a row and a column of zeros at
/// the end. With stride 1 they make [[1, 2, 1], [2, 4, 2], [1, 2, 1]].
///
/// Indices may have a step, on both sides of an assignment: `Swift.stride(from: 1, to: 6, by: 2)` in the brackets
/// stands for rows 1, 3 and 5.
public func folded(_ columns: Tensor, to size: Size2D, kernel: Int, stride: Int) throws -> Tensor {
    throw Unanswered("17.35")
}
