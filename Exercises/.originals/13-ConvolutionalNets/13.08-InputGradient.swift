// Exercise 13.8 · The gradient of the image is a convolution, too
// Section 13.5, question 13.10: Chapters/13-ConvolutionalNets/05b-TheMatrixInNumbers.swift

import Practice
import Tensors

/// The gradient of the images in y = images.conv2d(weight, padding: padding), with a stride of 1, computed by `conv2d`
/// itself: dy [n, kernels, …], the gradient of y, and weight [kernels, channels, k, k] → [n, channels, h, w]. The
/// kernels are square, and the padding is at most k − 1.
///
/// No loops, no matrix and no `backward`: a single call of `conv2d`, on dy, with the right padding and a weight that
/// has been rearranged. (The check looks at results only, so it is up to you to keep to this.)
public func inputGradient(_ dy: Tensor, _ weight: Tensor, padding: Int) throws -> Tensor {
    throw Unanswered("13.8")
}
