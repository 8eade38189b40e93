// Exercise 13.13 · Receptive fields with gaps
// Section 13.8: Chapters/13-ConvolutionalNets/08-ReceptiveFields.swift

import Practice
import Tensors

/// The receptive fields of the layers of a net, along one axis and in pixels, in order: from the first to the last
/// pixel that a number of each layer depends on, away from the rim. Layer i has a kernel of kernels[i] taps and a
/// stride of strides[i], and there are dilations[i] − 1 gaps between neighbouring taps: a kernel of 3 with a dilation
/// of 2 has its taps at 0, 2 and 4. With dilations of 1, it is what section 13.8 computes. Pixels in gaps count, too.
///
/// No layers, no fields: [].
public func receptiveFields(kernels: [Int], strides: [Int], dilations: [Int]) throws -> [Int] {
    throw Unanswered("13.13")
}
