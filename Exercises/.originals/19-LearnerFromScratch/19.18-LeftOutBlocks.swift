// Exercise 19.18 · Blocks that are left out
// Section 19.9, further research 1: Chapters/19-LearnerFromScratch/09d-ResNet.swift

import Practice
import Tensors

/// What comes out of a residual block that is left out now and then. (*Stochastic depth*: G. Huang and others, "Deep
/// Networks with Stochastic Depth", 2016.)
///
/// A block of the page gives relu(way around + f(x)). While a net is trained, f(x) can be left out for some items of
/// the batch, as dropout leaves out single numbers. The first blocks are left out seldom, the last one most: with
/// blocks counted from 1, block l of L is kept with the probability 1 - l / L · (1 - `last`). `keeps` says which items
/// keep it in this batch. For those, f(x) is divided by that probability, so that its mean over many batches is what it
/// is without leaving out. In validation nothing is left out or divided.
///
/// - Parameters:
///   - wayAround: what the shortcut gives, [n, …], of any rank.
///   - f: what the two convolutions give, of the same shape.
///   - last: the probability of the last block to be kept, above 0.
public func withBlocksLeftOut(
    _ wayAround: Tensor, _ f: Tensor, keeps: [Bool], block: Int, of blocks: Int, last: Float, isTraining: Bool
) throws -> Tensor {
    throw Unanswered("19.18")
}
