// Exercise 13.18 · Normalizing colours
// Section 13.10: Chapters/13-ConvolutionalNets/10-TenDigits.swift

import Practice
import Tensors

/// The page's `Normalize` for colour pictures: each channel has a mean and a standard deviation of its own.
public struct ColourNormalize: Sendable {
    /// [channels]
    public let mean, deviation: Tensor

    /// Measured on pictures [n, channels, h, w], with the standard deviation that divides by the count minus 1. A
    /// channel in which all numbers are equal has no deviation; it counts as 1, so that nothing is divided by 0.
    public init(measuredOn batch: Tensor) throws {
        throw Unanswered("13.18")
    }

    /// Normalized: other pictures [n, channels, h, w], or a single one [channels, h, w].
    public func normalized(_ x: Tensor) throws -> Tensor {
        throw Unanswered("13.18")
    }

    /// The way back.
    public func undone(_ x: Tensor) throws -> Tensor {
        throw Unanswered("13.18")
    }
}
