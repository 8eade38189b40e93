// Nudge: First find out which photos belong together, and then choose. What is a good name for a group of them?
// Idea: Give every photo the number of a group, at first its own place. Each pair makes two groups one: all photos that
//   have the number of the one get the number of the other.
// Almost: Begin with `var group = Array(0..<order.count)`. For a pair, put `group[pair[0]]` and `group[pair[1]]` into
//   two constants before you change anything; then every photo that has the one number gets the other. The members of a
//   photo's group are `group.indices.filter { group[$0] == group[place] }`.

public func judgedTogether(_ order: [Int], pairs: [[Int]], most: Int) throws -> [Int] {
    var group = Array(order.indices)
    for pair in pairs {
        let (old, new) = (group[pair[0]], group[pair[1]])
        group = group.map { $0 == old ? new : $0 }
    }
    var taken: [Int] = []
    for place in order where !taken.contains(place) {
        let members = group.indices.filter { group[$0] == group[place] }
        if taken.count + members.count <= most { taken += members }
    }
    return taken.sorted()
}
