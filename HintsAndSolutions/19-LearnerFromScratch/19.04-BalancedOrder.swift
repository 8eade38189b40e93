// Nudge: For each class, make a list of the right length. How often does every item fit into it as a whole, and how
//   many places are left?
// Idea: The items of a class, shuffled, and then the same list over and over: cut off at the length of the largest
//   class, no item is ahead of another by more than one. At the end, shuffle everything.
// Almost: `let items = indices.shuffled(using: &random)`, then `(0..<largest).map { items[$0 % items.count] }`. Go
//   through the classes in a fixed order, such as `Set(classes).sorted()`.

import Tensors

public func balancedOrder(_ classes: [Int], using random: inout SplitMix64) throws -> [Int] {
    let groups = Dictionary(grouping: classes.indices, by: { classes[$0] })
    let largest = groups.values.map(\.count).max() ?? 0
    var order: [Int] = []
    for (_, indices) in groups.sorted(by: { $0.key < $1.key }) {
        let items = indices.shuffled(using: &random)
        order += (0..<largest).map { items[$0 % items.count] }
    }
    return order.shuffled(using: &random)
}
