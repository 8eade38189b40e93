// Nudge: Go through what was meant, and not through what is paid.
// Idea: A code is wrong if `paid[code]` differs from the hours that were meant. An optional can be compared with a
//   number: nil differs from every number.
// Almost: `meant.filter { paid[$0.key] != … }`, of that the keys, sorted.

public func wrongCodes(_ paid: [Int: Int], meant: [Int: Int]) throws -> [Int] {
    meant.filter { paid[$0.key] != $0.value }.keys.sorted()
}
