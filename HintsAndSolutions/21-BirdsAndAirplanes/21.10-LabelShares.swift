// Nudge: Each vote by itself is a label. What is the mean of several one-hot rows?
// Idea: Turn names into places first; a dictionary from names to places does it, and tells which names are unknown.
//   Then count the votes of each class in a row of zeros.
// Almost: `Set(classes).count == classes.count` finds a class that is listed twice. For each picture, begin with
//   `[Float](repeating: 0, count: classes.count)`, add `1 / Float(votes.count)` at the place of each vote, and leave
//   with nil if a place is missing or if there are no votes. The result is `Tensor(shape: [votes.count, classes.count],
//   …)`.

import Tensors

public func labelShares(_ votes: [[String]], among classes: [String]) throws -> Tensor? {
    guard Set(classes).count == classes.count else { return nil }
    let places = Dictionary(uniqueKeysWithValues: zip(classes, classes.indices))
    var shares: [Float] = []
    for names in votes {
        let votedFor = names.compactMap { places[$0] }
        guard !names.isEmpty, votedFor.count == names.count else { return nil }
        shares += classes.indices.map { place in Float(votedFor.count { $0 == place }) / Float(names.count) }
    }
    return Tensor(shape: [votes.count, classes.count], shares)
}
