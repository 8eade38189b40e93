// Exercise 13.16 · A layer that normalizes by itself
// Section 13.9: Chapters/13-ConvolutionalNets/09c-Encodings.swift

import Practice
import Tensors

/// Weight and bias of a first layer for pictures as they are, made from those of a layer that has learned from
/// normalized ones. Normalized means: from every number the mean of its channel was subtracted, and the result was
/// divided by the channel's standard deviation. Without padding, the new layer makes the same maps of a picture as the
/// old one makes of the normalized picture. (With padding it cannot: do you see why?)
///
/// weight [filters, channels, kh, kw] · bias [filters] · mean and deviation [channels] → a weight and a bias of the
/// same shapes as before
public func withNormalizationInside(
    _ weight: Tensor, bias: Tensor, mean: Tensor, deviation: Tensor
) throws -> (weight: Tensor, bias: Tensor) {
    throw Unanswered("13.16")
}
