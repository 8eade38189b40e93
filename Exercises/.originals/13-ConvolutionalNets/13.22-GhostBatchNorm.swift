// Exercise 13.22 · Ghost batches
// Section 13.13: Chapters/13-ConvolutionalNets/13-BatchNorm.swift

import Practice
import Tensors

/// Large batches make good use of the machine, but the statistics of a large batch hardly differ from batch to batch,
/// and with them goes the noise that helps to generalize. *Ghost batch norm* (Hoffer, Hubara and Soudry, 2017) cuts the
/// batch into parts of `size` neighbouring images, and normalizes each part by its own statistics, as if nothing else
/// had come with it.
///
/// x [n, c, h, w] · gamma, beta [c] → γ · (x − mean) / √(variance + 1e-5) + β like x, with the biased variance. If n is
/// not a multiple of `size`, the images that are left over are a smaller part of their own. A `size` of n or more is
/// ordinary batch norm. Gradients must flow to x, gamma and beta.
public func ghostBatchNorm(_ x: Tensor, gamma: Tensor, beta: Tensor, size: Int) throws -> Tensor {
    throw Unanswered("13.22")
}
