// Exercise 14.12 · The parameters of a ResNet, counted
// Section 14.8: Chapters/14-ResidualNets/08-Bottleneck.swift

import Practice

/// How many parameters an `OwnResNet` of the usual width has, without building it.
///
/// - The stem goes from 3 channels to 32, 32 and 64.
/// - `blocks` has four numbers. The groups have 64, 128, 256 and 512 channels, with bottlenecks four times as many.
/// - A plain block has two convolutions of 3 × 3. A bottleneck has 1 × 1 to a quarter of its filters, 3 × 3, and 1 × 1
///   back.
/// - Where a block changes the number of channels, its skip path has a convolution of 1 × 1.
/// - No convolution has a bias; each has a batch norm behind it, with two parameters for each filter.
/// - The linear layer has a bias.
public func parameterCount(blocks: [Int], hasBottlenecks: Bool, classes: Int) throws -> Int {
    throw Unanswered("14.12")
}
