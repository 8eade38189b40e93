// Exercise 13.12 · Multiplications that are not by zero
// Section 13.7: Chapters/13-ConvolutionalNets/07b-Multiplications.swift

import Practice

/// The multiplications of a convolution for one image of size × size, without those in which the pixel is padding. The
/// kernel is kernel × kernel, and there are (size + 2 padding − kernel) / stride + 1 places along each axis.
///
/// For one channel of 28 × 28 pixels, 4 filters of 3 × 3, stride 2 and padding 1, the formula of section 13.7 gives
/// 7056, of which 6724 are with pixels of the image.
public func multiplicationsInside(
    channels: Int, filters: Int, kernel: Int, size: Int, stride: Int, padding: Int
) throws -> Int {
    throw Unanswered("13.12")
}
