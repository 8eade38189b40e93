// Exercise 13.16 · A first layer for other pictures
// Section 13.9: Chapters/13-ConvolutionalNets/09b-ColourConvolution.swift

import Practice
import Tensors

/// The weights of a first layer for pictures with another number of channels, made from those of a layer that has
/// learned from colours.
///
/// An X-ray picture is grey, and a satellite sees more than red, green and blue. A net for such pictures need not start
/// with random kernels: it may take those of a net for colours. The old layer has m channels, the new one n.
///
/// - If n is m or more, channel k of the new layer gets the slice of the old channel k mod m, so that slices recur in
///   turn. Each slice is divided by the number of new channels that get it.
/// - If n is less than m, the slice of the old channel k goes to the new channel k mod n. Slices that come to the same
///   channel are added up.
///
/// Either way, a picture whose channels are all the same makes the same maps as before, however many channels it has.
///
/// weight [filters, m, kh, kw] → [filters, n, kh, kw], for an n of at least 1
///
/// Example: the filter with the slices 3, 6 and 9, of one weight each, becomes 18 for one channel, 12 and 6 for two,
/// and 1.5, 6, 9 and 1.5 for four.
public func firstLayer(_ weight: Tensor, channels n: Int) throws -> Tensor {
    throw Unanswered("13.16")
}
