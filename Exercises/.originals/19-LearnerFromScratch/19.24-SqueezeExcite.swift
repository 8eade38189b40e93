// Exercise 19.24 · A paper’s small idea
// Section 19.9, further research 6: Chapters/19-LearnerFromScratch/09d-ResNet.swift

import Chapter19
import Practice
import Tensors

/// "Squeeze and excitation", a module for the nets of chapter 19. (J. Hu and others, "Squeeze-and-Excitation Networks",
/// 2018.) It lets a net turn each channel up or down by what it sees in the whole picture.
///
/// Squeeze: the mean of each channel over height and width, [n, channels]. Excite: a linear layer to `channels /
/// reduction` numbers, but at least one; a ReLU; a linear layer back to `channels`; a sigmoid, which makes them 0...1.
/// Each channel of x is multiplied by its number. So x [n, channels, h, w] → the same shape, for any h and w.
///
/// Both linear layers are the chapter's `Linear`, drawn from `random` in this order. As they are properties of a
/// `Module`, their four parameters are found, and trained.
public final class SqueezeExcite: Module {
    public init(_ channels: Int, reduction: Int = 4, using random: inout SplitMix64) {}

    public override func forward(_ x: Tensor) -> Tensor {
        x
    }

    /// What the channels of x are multiplied by: x [n, channels, h, w] → [n, channels]
    public func factors(_ x: Tensor) throws -> Tensor {
        throw Unanswered("19.24")
    }
}
