// Exercise 13.5 · A convolution out of shifted images
// Section 13.3, question 13.8: Chapters/13-ConvolutionalNets/03c-OneProduct.swift

import Practice
import Tensors

/// The convolution without windows, columns or a matrix product: images [n, channels, h, w], weight [kernels, channels,
/// kh, kw] → [n, kernels, h - kh + 1, w - kw + 1]. All kernels fit into the images.
///
/// Go through the taps of the kernel, kh · kw of them, and for each add to the result what this tap contributes at all
/// places, for all images and all kernels at once. There is no other loop: neither over pixels, nor over images,
/// kernels or channels. The result can be differentiated, with gradients for the images and for the weight. (The check
/// looks at results only. It cannot see whether you have called `conv2d`, but you can.)
public func conv2dByShifts(_ images: Tensor, _ weight: Tensor) throws -> Tensor {
    throw Unanswered("13.5")
}
