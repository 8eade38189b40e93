// Nudge: First decide for one length alone. Then ask in which direction to go through the lengths.
// Idea: Begin with the longest training and go to shorter ones, as long as they pay. The last one that did is the
//   answer.
// Almost: `epochs.indices.sorted { epochs[$0] > epochs[$1] }` is the order. At a place, count the pairs of
//   `zip(with[k], without[k])` whose first is larger: twice that must be more than the number of seeds, and the sum of
//   `with[k]` larger than that of `without[k]`. `prefix(while: pays).last` is the place.

public func epochsUntilItPays(_ epochs: [Int], without: [[Double]], with: [[Double]]) throws -> Int? {
    func pays(_ place: Int) -> Bool {
        let better = zip(with[place], without[place]).count { $0 > $1 }
        return 2 * better > with[place].count && with[place].reduce(0, +) > without[place].reduce(0, +)
    }
    let fromTheLongest = epochs.indices.sorted { epochs[$0] > epochs[$1] }
    return fromTheLongest.prefix(while: pays).last.map { epochs[$0] }
}
