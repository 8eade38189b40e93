// Exercise 13.25 · A block in any order
// Section 13.14, further research 3: Chapters/13-ConvolutionalNets/14c-OrderOfNorm.swift

import Layers
import Practice
import Tensors

/// A convolution, batch norms and ReLUs in any order: "CNR" is the book's, "CRN" that of its notebook, and "NRC" the
/// one of later residual nets (He and others, 2016), where a block begins with a norm.
///
/// C is a `Conv2d` with a window of 3 × 3, stride 2 and padding 1; there is exactly one. N is a `BatchNorm2d` for as
/// many channels as there are at its place, R a `ReLU`. The convolution has a bias, unless a norm follows it
/// *directly*: that would subtract the bias again, so it would be of no use. Other letters throw `UnknownPart`.
public func block(
    _ order: String, channels: Int, filters: Int, using random: inout SplitMix64
) throws -> Sequential {
    throw Unanswered("13.25")
}

/// A letter that stands for no layer.
public struct UnknownPart: Error {
    public let letter: Character
    public init(letter: Character) { self.letter = letter }
}
