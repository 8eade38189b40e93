// Exercise 14.13 · Group by group
// Section 14.7: Chapters/14-ResidualNets/07c-ResNet.swift

import Practice

/// The blocks of a ResNet in their order, each as its channels, its filters and its stride. (The book's `_make_layer`.)
///
/// `blocks` says how many blocks each group has; a group may have none, and is then left out, its halving too. `sizes`
/// are the channels behind the stem, and the filters of each group. All groups but the one at place 0 halve the grid.
/// Only the first block of a group changes anything. What goes into a group is what the last block before it returned.
public func planOfBlocks(
    _ blocks: [Int], sizes: [Int]
) throws -> [(channels: Int, filters: Int, stride: Int)] {
    throw Unanswered("14.13")
}
