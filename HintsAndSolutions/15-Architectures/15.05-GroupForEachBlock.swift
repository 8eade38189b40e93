// Nudge: How many groups are there, as a sum? And how many factors are between the first rate and the last?
// Idea: The blocks are in four arrays, which can be added. Each block becomes an array of one. For k + 1 rates there
//   are k equal factors; each is the k-th root of highest / lowest.
// Almost: `net.layer1 + net.layer2 + …` are all blocks, `map { [$0] }` makes a group of each, and the stem and the
//   linear layer are groups to be put before and behind. With n groups, group k, counted from 0, is k of n − 1 equal
//   factors above the lowest: `pow(highest / lowest, …)`, in Double.

import Foundation
import Layers

public func groupsOfBlocks(
    _ net: ResNet, lowest: Double, highest: Double
) throws -> (groups: [[Module]], rates: [Double]) {
    let blocks = net.layer1 + net.layer2 + net.layer3 + net.layer4
    let groups: [[Module]] = [[net.conv1, net.bn1, net.maxpool]] + blocks.map { [$0] } + [[net.fc]]
    let rates = groups.indices.map { lowest * pow(highest / lowest, Double($0) / Double(groups.count - 1)) }
    return (groups, rates)
}
