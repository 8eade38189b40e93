// Exercise 14.4 · A net for digits of any size
// Section 14.2, further research 1: Chapters/14-ResidualNets/02-FullyConvolutional.swift

import Layers
import Practice
import Tensors

/// The book's first item of further research: a fully convolutional net for MNIST, and beside it one that is not. Both
/// take digits [n, 1, 28, 28] to scores [n, 10].
///
/// They begin alike: for each of `filters` a `Conv2d` with a kernel of 3, stride 2, padding 1 and no bias, then a
/// `BatchNorm2d`, then a `ReLU`. Then, if `averages` is true, come an `AdaptiveAveragePool2d(1)`, a `Flatten` and a
/// `Linear` to ten scores, so that images of any size are accepted. If it is false, there is no pooling: a `Flatten` of
/// the whole grid, and a `Linear` that fits what is left of 28 × 28.
///
/// There is at least one layer. Fewer halvings than in section 14.2 will do: with filters [8, 16, 32] the grid of a
/// digit is 28, 14, 7, 4. When it is done, train both, and compare their accuracies and their numbers of parameters.
public func digitNet(filters: [Int], averages: Bool, using random: inout SplitMix64) throws -> Sequential {
    throw Unanswered("14.4")
}
