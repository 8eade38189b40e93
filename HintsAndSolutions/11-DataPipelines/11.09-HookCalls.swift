// Nudge: How many batches are there?
// Idea: Divide, rounding down if the rest is left out, else up. The first hook is called for each item of these
//   batches.
// Almost: `let batches = dropsLast ? items / batchSize : (items + batchSize - 1) / batchSize`.

public func hookCalls(_ items: Int, _ batchSize: Int, _ dropsLast: Bool) -> [Int] {
    let batches = dropsLast ? items / batchSize : (items + batchSize - 1) / batchSize
    return [dropsLast ? batches * batchSize : items, batches, batches]
}
