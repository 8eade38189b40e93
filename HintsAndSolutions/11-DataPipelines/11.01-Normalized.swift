// Nudge: Which two numbers does the transform have to remember, and what undoes a division?
// Idea: The mean, then the mean of the squared differences from it, and its root. Back: times the deviation, plus the
//   mean.
// Almost: `let there = (x - mean) / deviation`, then `[there, there * deviation + mean]`.

public func normalized(_ items: [Double], _ x: Double) -> [Double] {
    let mean = items.reduce(0, +) / Double(items.count)
    let square = items.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(items.count)
    let deviation = square > 0 ? square.squareRoot() : 1
    let there = (x - mean) / deviation
    return [there, there * deviation + mean]
}
