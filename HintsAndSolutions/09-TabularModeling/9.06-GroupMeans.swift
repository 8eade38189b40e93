// Nudge: What must be kept for each group, so that its mean can be told in the end?
// Idea: A sum and a count. One loop over both lists fills them, and passes over what is nil.
// Almost: `for case let (group?, value?) in zip(groups, values)` gives only the pairs in which both are there. Add to
//   `sums[group, default: 0]` and `counts[group, default: 0]`; at the end, `mapValues` or a loop divides.

public func groupMeans(_ groups: [String?], _ values: [Double?]) throws -> [String: Double] {
    var (sums, counts): ([String: Double], [String: Double]) = ([:], [:])
    for case let (group?, value?) in zip(groups, values) {
        sums[group, default: 0] += value
        counts[group, default: 0] += 1
    }
    return Dictionary(uniqueKeysWithValues: sums.map { ($0, $1 / counts[$0]!) })
}
