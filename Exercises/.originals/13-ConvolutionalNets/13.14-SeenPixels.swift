// Exercise 13.14 · Which pixels a cell has seen
// Section 13.8: Chapters/13-ConvolutionalNets/08-ReceptiveFields.swift

import Practice
import Tensors

/// The pixels, along one axis of an image with `length` pixels, that number `position` of the last layer depends on:
/// from the first to the last. Layer i has a kernel of kernels[i], a stride of strides[i] and a padding of paddings[i],
/// which is smaller than its kernel. The layer's map has (n + 2 padding − kernel) / stride + 1 numbers if it got n.
///
/// Padding is zeros that depend on nothing, around the image and around every map as well. A number that is in the
/// last map always depends on at least one pixel. Without any layer, it is the pixel at `position` itself.
///
/// For two layers of 3 with stride 2 and padding 1 on 28 pixels, position 3 depends on 9..<16, position 0 on 0..<4.
public func seenPixels(
    by position: Int, of length: Int, kernels: [Int], strides: [Int], paddings: [Int]
) throws -> Range<Int> {
    throw Unanswered("13.14")
}
