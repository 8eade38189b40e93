// Exercise 13.10 · A net for images of any size
// Section 13.6: Chapters/13-ConvolutionalNets/06b-HalvingTheImage.swift

import Layers
import Practice
import Tensors

/// A classifier for images of this size, in the manner of simpleCNN: [n, channels, height, width] → [n, classes].
///
/// Its layers are 3 × 3 convolutions with stride 2 and padding 1, as many as it takes until one pixel is left along
/// both axes, but at least one, even for an image of a single pixel. A ReLU follows each of them but the last. The
/// first has `firstFilters` filters, and each of the next twice as many as the one before. The last has one for each
/// class, whatever the others have; if there is only one layer, it is the last. At the end comes a `Flatten`.
public func classifier(
    of size: Size2D, channels: Int, classes: Int, firstFilters: Int, using random: inout SplitMix64
) throws -> Sequential {
    throw Unanswered("13.10")
}
