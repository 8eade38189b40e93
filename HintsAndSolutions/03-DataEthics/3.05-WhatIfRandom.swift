// Nudge: Which videos does the log know anything about? Count them before you compute a mean.
// Idea: `Set(log)` are the videos of the log. Each entry adds minutes / probability to a sum.
// Almost: Return nil before you divide: if the log is empty, or if `Set(log).count` is not what it should be.
//   `zip(minutes, probabilities)` gives the pairs for the sum, and both counts that divide it have to be made `Double`.

public func meanIfRandom(_ log: [Int], probabilities: [Double], minutes: [Double], videos: Int) throws -> Double? {
    guard !log.isEmpty, Set(log).count == videos else { return nil }
    return zip(minutes, probabilities).reduce(0) { $0 + $1.0 / $1.1 } / Double(videos) / Double(log.count)
}
