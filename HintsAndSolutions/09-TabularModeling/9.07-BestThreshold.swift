// Nudge: Sort the rows by value once. What changes when one row moves from the right group to the left?
// Idea: The sum of the squared differences from the mean of n numbers is Σ y² − (Σ y)² / n. The Σ y² of both groups
//   together is always the same, so the best cut is where (Σ left)² / n left + (Σ right)² / n right is largest.
// Almost: Go through the rows in order, add y to `left` and take it from `right`. Only where the next value is larger
//   is there a candidate. To keep the smallest of equally good ones, replace the best only if the new one is larger by
//   more than rounding: `gain > best + 1e-9 * abs(best)`.

public func bestThreshold(_ values: [Double], _ targets: [Double]) throws -> Double? {
    let order = values.indices.sorted { values[$0] < values[$1] }
    var (left, right) = (0.0, targets.reduce(0, +))
    var (best, threshold): (Double, Double?) = (-.infinity, nil)
    for (count, row) in zip(1..., order.dropLast()) {
        left += targets[row]
        right -= targets[row]
        let next = values[order[count]]
        guard next > values[row] else { continue }
        let gain = left * left / Double(count) + right * right / Double(order.count - count)
        if threshold == nil || gain > best + 1e-9 * abs(best) {
            (best, threshold) = (gain, (values[row] + next) / 2)
        }
    }
    return threshold
}
