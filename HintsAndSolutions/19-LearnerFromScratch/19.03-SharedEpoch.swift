// Nudge: How many rounds are there? Then which places of the order does one machine get, if the order had no end?
// Idea: There are as many rounds as `order.count / machines`, rounded up. In round r, machine m gets the item at r ·
//   machines + m. Behind the end, the order begins again.
// Almost: A remainder of division by `order.count` begins the order again. With the items of all rounds in a list,
//   `stride(from: 0, to: items.count, by: batchSize)` gives the starts of the batches, as in the page's loader.

public func sharedEpoch(_ order: [Int], machine: Int, of machines: Int, batchSize: Int) throws -> [[Int]] {
    let rounds = (order.count + machines - 1) / machines
    let items = (0..<rounds).map { order[($0 * machines + machine) % order.count] }
    return stride(from: 0, to: items.count, by: batchSize).map { start in
        Array(items[start..<min(start + batchSize, items.count)])
    }
}
