// Nudge: Two things decide when a batch begins: when the server is free, and when the first who waits has arrived.
// Idea: Keep the place of the first request that has no batch yet, and the time at which the server is free. A batch
//   begins at the later one of that time and of that request's arrival.
// Almost: The batch goes from `first` on while `arrivals[end] <= begin` and `end - first < most`. Then the server is
//   free at begin + perBatch + n · perPicture, and each of the n has waited until then.

public func batches(
    arrivals: [Double], most: Int, perBatch: Double, perPicture: Double
) throws -> (batches: [[Int]], waits: [Double]) {
    var (all, waits, first, free) = ([[Int]](), [Double](), 0, 0.0)
    while first < arrivals.count {
        let begin = max(free, arrivals[first])
        var end = first
        while end < arrivals.count, end - first < most, arrivals[end] <= begin { end += 1 }
        free = begin + perBatch + Double(end - first) * perPicture
        all.append(Array(first..<end))
        waits += (first..<end).map { free - arrivals[$0] }
        first = end
    }
    return (all, waits)
}
