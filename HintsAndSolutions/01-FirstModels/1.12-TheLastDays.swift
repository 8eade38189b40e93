// Nudge: The question is which day is the first that is held back. Once you know it, the places follow.
// Idea: Go through the different days from the latest to the earliest, and count the rows of those that you pass, until
//   there are enough. The earliest day may not be passed.
// Almost: Sort `Set(days)` downwards and leave its last element out. With `first` as the last day that you took, valid
//   are the places with `days[$0] >= first`. Compare the count with `share * Double(n)` without rounding.

public func splitByDay(_ days: [Int], share: Double) throws -> (train: [Int], valid: [Int]) {
    let counts = Dictionary(days.map { ($0, 1) }, uniquingKeysWith: +)
    var (first, held) = (Int?.none, 0)
    for day in counts.keys.sorted(by: >).dropLast() {
        // What is above a whole number by rounding alone is that number.
        if Double(held) >= share * Double(days.count) - 1e-9 { break }
        first = day
        held += counts[day]!
    }
    guard let first else { return (Array(days.indices), []) }
    return (days.indices.filter { days[$0] < first }, days.indices.filter { days[$0] >= first })
}
