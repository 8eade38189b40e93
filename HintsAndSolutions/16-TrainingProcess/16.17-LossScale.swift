// Nudge: Go through the batches with two variables: the scale, and how many good batches there have been in a row.
// Idea: For each batch, first note the scale that it has, and then decide about the next one's.
// Almost: Keep the batch's own scale first, `let own = scale`, and return that from a `map`. After an overflow both
//   variables change; after a good batch the count does, and at `patience` both. `min` and `max` keep the scale within
//   its bounds.

public func lossScales(start: Float, patience: Int, largest: Float, overflows: [Bool]) throws -> [Float] {
    var (scale, good) = (start, 0)
    return overflows.map { overflow in
        let own = scale
        good = overflow ? 0 : good + 1
        if overflow { scale = max(1, scale / 2) }
        if good == patience { (scale, good) = (min(largest, 2 * scale), 0) }
        return own
    }
}
