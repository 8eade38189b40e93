// Exercise 14.6 · Layers that do nothing
// Section 14.4: Chapters/14-ResidualNets/04-SkipConnections.swift

import Layers
import Practice
import Tensors

/// The layers of `body`, which gives maps [n, channels, h, w], and behind them `blocks` blocks that change nothing:
/// what comes out is what `body` gives, to the last bit, in training as in validation.
///
/// But they must be able to learn. Each block is x + f(x), with f made of two convolutions of 3 × 3 with padding 1 and
/// no bias, with batch norm behind each, and a ReLU between the two. The convolutions' weights are random. After a
/// backward pass and one step of an optimizer, the net must give something else. `blocks` may be 0.
///
/// You need a class for the block, a `Module` and `Layer`. `parameter.assign(…)` replaces the numbers of a parameter.
public func addingNothing(
    to body: Sequential, channels: Int, blocks: Int, using random: inout SplitMix64
) throws -> Sequential {
    throw Unanswered("14.6")
}
