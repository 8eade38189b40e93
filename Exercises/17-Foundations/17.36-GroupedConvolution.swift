// Exercise 17.36 · Convolution in groups, by unfold
// Section 17.12, further research 3: Chapters/17-Foundations/12c-ConvolutionByUnfold.swift

import Practice
import Tensors

/// A convolution in which the channels are divided into groups, and every filter looks only at the channels of its own
/// group: the first filters at the first group, and so on. Stride 1, no padding, no bias. With as many groups as
/// channels, each filter looks at a single channel; with one group it is the usual convolution. (The book's third item
/// of further research: a convolution of your own, from `unfold` and a matrix product, and a net that is trained with
/// it. Section 17.12 trains the net.)
///
/// x [n, channels, h, w] · weight [filters, channels / groups, kh, kw] → [n, filters, h − kh + 1, w − kw + 1]
///
/// Use patches and a matrix product, not the engine's `conv2d`. Gradients must come back to both x and the weight.
public func groupedConvolution(_ x: Tensor, _ weight: Tensor, groups: Int) throws -> Tensor {
    throw Unanswered("17.36")
}
