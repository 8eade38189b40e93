// Nudge: The page has one sum. The other is the same with a sign turned round.
// Idea: Update both sums each week, then look at the larger one. After an alarm both are 0.
// Almost: For the one sum, `low = max(0, low + usual - accuracy - forgiven)`. Keep `low` and `high` as variables
//   outside the loop over `accuracies.enumerated()`, whose offset is the week.

public func alarms(_ accuracies: [Double], usual: Double, forgiven: Double, limit: Double) throws -> [Int] {
    var (low, high, weeks) = (0.0, 0.0, [Int]())
    for (week, accuracy) in accuracies.enumerated() {
        low = max(0, low + usual - accuracy - forgiven)
        high = max(0, high + accuracy - usual - forgiven)
        if max(low, high) > limit {
            weeks.append(week)
            (low, high) = (0, 0)
        }
    }
    return weeks
}
