// Exercise 13.3 · The map of any kernel
// Section 13.2, question 13.7: Chapters/13-ConvolutionalNets/02-EdgeMaps.swift

import Practice
import Tensors

/// What a kernel gives at all its places in an image: image [h, w], kernel [kh, kw] → [h - kh + 1, w - kw + 1]. Number
/// (i, j) of the map belongs to the window whose upper left pixel is (i, j). The kernel may have any size, even or odd,
/// square or not. nil if it is higher or wider than the image.
///
/// Write it with nested `map`s, not with `conv2d`.
public func kernelMap(_ kernel: Tensor, of image: Tensor) throws -> Tensor? {
    throw Unanswered("13.3")
}
