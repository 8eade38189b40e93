// Nudge: How many batches are there?
// Idea: Divide, rounding down if the rest is left out, else up. The first hook is called for each item of these
//   batches.
// Almost: `items / batchSize` rounds down, `(items + batchSize - 1) / batchSize` rounds up. Two of the three numbers
//   are the batches. For the first, ask what is fetched if the rest is left out.

public func hookCalls(_ items: Int, _ batchSize: Int, _ dropsLast: Bool) -> [Int] {
    let batches = dropsLast ? items / batchSize : (items + batchSize - 1) / batchSize
    return [dropsLast ? batches * batchSize : items, batches, batches]
}
