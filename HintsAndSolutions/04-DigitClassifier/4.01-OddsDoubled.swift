// Nudge: There are two steps: some numbers are thrown away, the others are changed.
// Idea: `filter` keeps the elements that pass a test, `map` puts each element through a function.
// Almost: `numbers.filter { … }.map { 2 * $0 }`. Be careful with the test: the remainder of −5 by 2 is −1, not 1.

public func oddsDoubled(_ numbers: [Int]) throws -> [Int] {
    numbers.filter { !$0.isMultiple(of: 2) }.map { 2 * $0 }
}
