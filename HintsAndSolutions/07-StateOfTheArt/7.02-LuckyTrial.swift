// Nudge: How many pairs are there, and in how many of them does the first win?
// Idea: Go through all pairs; add 1 where the first is better, a half where they are equal; divide by the number of
//   pairs.
// Almost: for each `a` of the first, and each `b` of the second, `a > b ? 1 : a == b ? 0.5 : 0`; the sum is divided
//   by `first.count * second.count`.

public func chanceToChooseFirst(_ first: [Double], _ second: [Double]) throws -> Double? {
    guard !first.isEmpty, !second.isEmpty else { return nil }
    let wins = first.map { a in second.reduce(0.0) { $0 + (a > $1 ? 1 : a == $1 ? 0.5 : 0) } }
    return wins.reduce(0, +) / Double(first.count * second.count)
}
