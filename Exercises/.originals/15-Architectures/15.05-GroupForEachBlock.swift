// Exercise 15.5 · A group for each block
// Section 15.1, further research 3: Chapters/15-Architectures/01-WhereToCut.swift

import Layers
import Practice

/// The book's third suggestion for further research: a group for each block of a ResNet, and one for the stem, so that
/// each can have a learning rate of its own.
///
/// Return the parts of each parameter group of a residual net, from the photo on: first the stem (`conv1`, `bn1`,
/// `maxpool`), then each block of `layer1`, `layer2`, `layer3` and `layer4` in a group of its own, and last the linear
/// layer (`fc`), for which a head would stand. So ResNet-18, with its eight blocks, has ten groups.
///
/// And the learning rate of each group: from `lowest` for the stem to `highest` for the last one, each by the same
/// factor above the one before. (Section 5.6 has the book's `slice`.)
///
/// When it works: give a net of your own these groups (`GroupedNet`), train it on the pets with them, and compare it
/// with the two groups of the table.
public func groupsOfBlocks(
    _ net: ResNet, lowest: Double, highest: Double
) throws -> (groups: [[Module]], rates: [Double]) {
    throw Unanswered("15.5")
}
