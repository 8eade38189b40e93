// Nudge: What is drawn is not an item but a group. So make the list of groups first.
// Idea: A `Set` or a dictionary has another order in each run of the program. Sort the names before you shuffle them;
//   then the seed decides, and nothing else.
// Almost: Shuffle `Set(groups).sorted()` with `SplitMix64(seed: seed)`. Take names while the count of their items is
//   below `share * Double(groups.count)`, but never the last name. Then filter the places by whether their name was
//   taken.

import Tensors

public func splitByGroup(_ groups: [String], share: Double, seed: UInt64) throws -> (train: [Int], valid: [Int]) {
    var random = SplitMix64(seed: seed)
    let counts = Dictionary(groups.map { ($0, 1) }, uniquingKeysWith: +)
    var (held, count) = (Set<String>(), 0)
    for name in counts.keys.sorted().shuffled(using: &random).dropLast() {
        if Double(count) >= share * Double(groups.count) - 1e-9 { break }
        held.insert(name)
        count += counts[name]!
    }
    return (groups.indices.filter { !held.contains(groups[$0]) }, groups.indices.filter { held.contains(groups[$0]) })
}
