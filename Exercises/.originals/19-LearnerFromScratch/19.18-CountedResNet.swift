// Exercise 19.18 · How many numbers has a ResNet?
// Section 19.9, further research 1: Chapters/19-LearnerFromScratch/09d-ResNet.swift

import Practice

/// How many numbers the parameters of a residual net hold, without building it.
///
/// It is the net of the page, but every group may have its own number of blocks, at least one. `filters` and `blocks`
/// have one entry for each group, and there is at least one group. It begins with a convolution of 7 × 7 from
/// `channels` to the filters of the first group. The first block of every group but the first has a stride of 2. All
/// convolutions have batch norm and no bias, and the linear layer has a bias. The shape changes in a block with a
/// stride of 2, or with other filters than channels.
public func resNetCount(channels: Int, classes: Int, filters: [Int], blocks: [Int]) throws -> Int {
    throw Unanswered("19.18")
}
