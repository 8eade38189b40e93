// Exercise 13.4 · How much of each direction
// Section 13.3, further research 1: Chapters/13-ConvolutionalNets/03f-FeaturesByHand.swift

import Foundation
import Practice
import Tensors

/// The heart of a HOG, the feature of Dalal and Triggs: how strong the edges of an image [h, w] are in each direction.
///
/// At every place of a 3 × 3 window, let x be what the kernel of left edges with rows (−1, 0, +1) gives, and y what the
/// kernel of top edges gives, with −1 above and +1 below. The strength of the edge is √(x² + y²), and its direction is
/// the angle of (x, y), where (1, 0) is 0°, (0, 1) is 90° and (−1, 0) is 180°. The circle is divided into `bins` equal
/// directions: bin 0 is around 0°, bin 1 around 360°/bins, and so on. Each place adds its strength to the bin whose
/// direction is nearest. At the end, all bins are divided by their sum, so that they add up to 1. An image without any
/// edge has 0 in all bins.
public func orientationHistogram(_ image: Tensor, bins: Int) throws -> [Float] {
    throw Unanswered("13.4")
}
