// Exercise 13.26 · Group norm
// Section 13.14, further research 2: Chapters/13-ConvolutionalNets/14b-OtherNorms.swift

import Practice
import Tensors

/// Group norm for images x [n, c, h, w]: the channels of each image are divided into `groups` groups of equally many
/// neighbours (c is a multiple of `groups`). Mean and biased variance are those of all numbers of a group.
///
/// → γ · (x − mean) / √(variance + 1e-5) + β like x, with gamma and beta [c], one for each channel, not for each group.
/// Gradients must flow to all three. With groups: 1 it is layer norm (over channels and places), with groups: c it is
/// instance norm; there are no running averages. Build it from arithmetic, not from the engine's norms.
public func groupNorm(_ x: Tensor, groups: Int, gamma: Tensor, beta: Tensor) throws -> Tensor {
    throw Unanswered("13.26")
}
