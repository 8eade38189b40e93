// Exercise 14.14 · A bottleneck of one's own
// Section 14.8: Chapters/14-ResidualNets/08-Bottleneck.swift

import Layers
import Practice
import Tensors

/// Makes a bottleneck block, a class of your own: relu(f(x) + x), with f three convolutions without bias and a batch
/// norm behind each.
///
/// f goes by 1 × 1 to `channels / reduction` channels, by 3 × 3 (padding 1) to as many, and by 1 × 1 back to
/// `channels`. There is a ReLU behind the first two norms; the last norm begins with a γ of 0. The parameters come in
/// the order of the calls: weight, γ, β, three times. Take the engine's `Conv2d` and `BatchNorm2d`. Training and
/// evaluation differ in the norms only.
///
/// x [n, channels, h, w] → the same shape
public func bottleneckLayer(
    _ channels: Int, reduction: Int, using random: inout SplitMix64
) throws -> any Layer<Tensor, Tensor> {
    throw Unanswered("14.14")
}
