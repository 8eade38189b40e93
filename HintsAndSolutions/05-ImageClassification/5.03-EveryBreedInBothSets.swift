// Nudge: The page's split is made for one list. What are the lists here, and how does the seed stay one seed?
// Idea: Collect the places of each breed. Go through the breeds in a fixed order, and draw from each list with the same
//   generator. (A dictionary has no order that one could rely on: it differs from run to run.)
// Almost: For each breed: `let count = min(max(1, Int(share * Double(n))), n - 1)`, then the first `count` of
//   the places in the order of `random.permutation(n)` are for validation. Sort both lists at the end.

import Tensors

public func splitByBreed(_ labels: [String], share: Double, seed: UInt64) throws -> (train: [Int], valid: [Int]) {
    var random = SplitMix64(seed: seed)
    var (train, valid): ([Int], [Int]) = ([], [])
    let places = Dictionary(grouping: labels.indices) { labels[$0] }
    for breed in places.keys.sorted() {
        let own = places[breed]!
        let order = random.permutation(own.count).map { own[$0] }
        let count = min(max(1, Int(share * Double(own.count))), own.count - 1)
        valid += order[..<count]
        train += order[count...]
    }
    return (train.sorted(), valid.sorted())
}
