// Exercise 14.15 · A skip path without parameters
// Section 14.9: Chapters/14-ResidualNets/09c-SmallNets.swift

import Practice
import Tensors

/// A skip path that only averages and pads: the mean of each 2 × 2 pixels, and new channels of zeros behind the old
/// ones.
///
/// x [n, channels, h, w] → [n, filters, ⌈h / 2⌉, ⌈w / 2⌉]. Where the height or width is odd, the last window has only
/// the pixels that there are, and their mean is taken. With as many filters as channels nothing is added; there are
/// never fewer. The gradient must come back to x.
public func averagedSkip(_ x: Tensor, filters: Int) throws -> Tensor {
    throw Unanswered("14.15")
}
