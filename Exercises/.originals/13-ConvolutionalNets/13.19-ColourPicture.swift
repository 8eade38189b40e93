// Exercise 13.19 · The numbers behind the colours
// Section 13.12: Chapters/13-ConvolutionalNets/12c-ColorDim.swift

import Practice
import Tensors

/// The numbers that `colorDim` turns into colours: activations, batch by batch, as a matrix [bins, batches].
///
/// Column k belongs to batch k, whatever the shape of its tensor. The numbers from 0 to `top` are counted in `bins`
/// bins of the same width, each with its lower end; the last one has its upper end too. What lies outside is not
/// counted. An entry is the natural logarithm of 1 + count, divided by the largest of the whole picture, so that it is
/// from 0 to 1; if nothing is counted at all, it is 0. The bin of the *smallest* activations is the *last* row:
/// pictures are drawn from the top, and 0 belongs to the bottom.
public func colourPicture(_ batches: [Tensor], bins: Int, top: Float) throws -> Tensor {
    throw Unanswered("13.19")
}
