// Nudge: Draw the counts over the limits and join the points by straight lines, beginning at (0, 0). You are looking
//   for the place at which this line reaches a height.
// Idea: Find the first bucket that has requests of its own and whose count is at least share · total. The way from its
//   lower to its upper limit is divided as the height is between the count before and its own.
// Almost: With `before` = the count of the bucket before (0 for the first), the share of the way is
//   (share · total - before) / (counts[i] - before). Do not forget what lies above the last limit.

public func estimatedTime(
    _ share: Double, limits: [Double], counts: [Int], total: Int
) throws -> Double? {
    guard total > 0, (0...1).contains(share), let last = limits.last else { return nil }
    let wanted = share * Double(total)
    var (before, low) = (0, 0.0)
    for (limit, count) in zip(limits, counts) {
        if count > before, Double(count) >= wanted {
            return low + (limit - low) * (wanted - Double(before)) / Double(count - before)
        }
        (before, low) = (count, limit)
    }
    return last
}
