// Exercise 13.18 · Normalizing colours
// Section 13.10: Chapters/13-ConvolutionalNets/10-TenDigits.swift

import Practice
import Tensors

/// The page's `Normalize` has one mean and one deviation. In colour pictures each channel has its own.
///
/// Measures both on pictures [n, channels, h, w]: [channels] each, the standard deviation being the one that divides by
/// the count minus 1. A channel in which all numbers are equal has none; it gets a 1, so that nothing is divided by 0.
public func channelStatistics(_ batch: Tensor) throws -> (mean: Tensor, deviation: Tensor) {
    throw Unanswered("13.18")
}

/// Pictures [n, channels, h, w], or a single one [channels, h, w], normalized by these numbers [channels].
public func normalized(_ x: Tensor, mean: Tensor, deviation: Tensor) throws -> Tensor {
    throw Unanswered("13.18")
}

/// The way back from normalized pictures, or a single one, to what they were.
public func undone(_ x: Tensor, mean: Tensor, deviation: Tensor) throws -> Tensor {
    throw Unanswered("13.18")
}
