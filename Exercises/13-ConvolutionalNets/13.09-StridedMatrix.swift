// Exercise 13.9 · The matrix with stride and padding
// Section 13.5, question 13.10: Chapters/13-ConvolutionalNets/05b-TheMatrixInNumbers.swift

import Practice
import Tensors

/// The matrix of a convolution with a stride and a padding of zeros: [places, pixels], for images [height, width] and a
/// kernel [kh, kw]. Its product with an image, laid out as a vector of height · width numbers, is what `conv2d` gives
/// with this stride and padding, laid out as a vector.
///
/// Pixels of the padding are not in the image, so they have no columns: the weights that lie on them are left out. For
/// three pixels in a row (height 1), the kernel [[5, 6, 7]], which is [1, 3], a stride of 2 and a padding of one pixel
/// at the left and the right, the matrix is [[6, 7, 0], [0, 5, 6]]. Since there is no padding above and below in this
/// example, padding is a `Size2D` with `height` 0 and `width` 1. The kernel fits into the image with its padding.
public func stridedMatrix(
    _ kernel: Tensor, height: Int, width: Int, stride: Int, padding: Size2D
) throws -> Tensor {
    throw Unanswered("13.9")
}
