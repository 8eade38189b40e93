// Nudge: Which text of a batch is its longest, if they come in this order?
// Idea: It is the first one. So a batch needs `lengths[batch[0]] * (batch.count + 1)` tokens once another text comes
//   in. Sort the places, walk through them, and begin a new batch where that is above the budget.
// Almost: `sorted { (lengths[$1], $0) < (lengths[$0], $1) }` puts the longest first, and of equal ones the lower place.
//   For each place there are two cases: it is appended to the last batch, or `[place]` is appended to the list. The
//   second holds also when there is no batch yet.

public func batchesWithin(_ lengths: [Int], budget: Int) throws -> [[Int]] {
    let order = lengths.indices.filter { lengths[$0] > 0 }.sorted { (lengths[$1], $0) < (lengths[$0], $1) }
    var batches: [[Int]] = []
    for place in order {
        if let last = batches.last, lengths[last[0]] * (last.count + 1) <= budget {
            batches[batches.count - 1].append(place)
        } else {
            batches.append([place])
        }
    }
    return batches
}
