// Exercise 14.11 · A ledger by arithmetic
// Section 14.7: Chapters/14-ResidualNets/07b-Stem.swift

import Practice

/// Weights and multiplications of convolutions that follow each other, for one picture.
///
/// Each convolution is given as its filters, the length of its square kernel (odd) and its stride; it is padded by half
/// its kernel, has no bias, and gets what the one before it returns. The first gets a picture of `channels` channels,
/// `height` × `width`. A stride may leave a part of the picture over: 7 places with a stride of 2 become 4.
public func ledger(
    of convolutions: [(filters: Int, kernel: Int, stride: Int)], channels: Int, height: Int, width: Int
) throws -> (weights: [Int], multiplications: [Int]) {
    throw Unanswered("14.11")
}
