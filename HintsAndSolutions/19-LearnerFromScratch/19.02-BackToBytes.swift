// Nudge: Treat each class on its own: how many of its items go, and which?
// Idea: Collect the indices of every label, shuffle them, and set the first few to false. Go through the classes in an
//   order that is always the same: that of a dictionary is not.
// Almost: `indices.shuffled(using: &random).prefix(count)`, where count is `min(max(Int((share *
//   Float(indices.count)).rounded()), 1), indices.count - 1)`.

import Tensors

public func fairSplit(_ labels: [String], share: Float, using random: inout SplitMix64) throws -> [Bool] {
    var mask = labels.map { _ in true }
    for label in Set(labels).sorted() {
        let indices = labels.indices.filter { labels[$0] == label }
        let wanted = Int((share * Float(indices.count)).rounded())
        let count = min(max(wanted, 1), indices.count - 1)
        for index in indices.shuffled(using: &random).prefix(count) { mask[index] = false }
    }
    return mask
}
