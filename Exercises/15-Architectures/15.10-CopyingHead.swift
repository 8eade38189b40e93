// Exercise 15.10 · A head that copies
// Section 15.2, further research 5: Chapters/15-Architectures/02i-TwoPlainHeads.swift

import Layers
import Practice
import Tensors

/// The book's exercise: a head for segmentation out of nearest-neighbour interpolation and convolutions.
///
/// For each number in `widths` there is one level: twice as high and wide by copies, a convolution of 3 × 3 that keeps
/// the size and makes so many maps, batch norm, relu. At the end, a convolution of one pixel makes `outputs` maps: no
/// norm and no relu behind it. Features [n, channels, h, w] → scores [n, outputs, h · 2^levels, w · 2^levels]. The
/// convolutions before a norm have no bias, the last one has.
///
/// - Parameter seed: of all that is drawn.
public func copyingHead(channels: Int, widths: [Int], outputs: Int, seed: UInt64) throws -> Sequential {
    throw Unanswered("15.10")
}
