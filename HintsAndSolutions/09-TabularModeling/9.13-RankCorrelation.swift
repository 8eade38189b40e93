// Nudge: Two tasks: turn numbers into ranks, and the correlation of two lists. Write the first as a function of its
//   own.
// Idea: The rank of a value needs no sorting: it is the number of smaller values, plus half of what is left over by
//   itself and its equals: (smaller + smaller or equal + 1) / 2.
// Almost: `let smaller = numbers.count { $0 < value }` and `let upTo = numbers.count { $0 <= value }`; the rank is
//   `Double(smaller + upTo + 1) / 2`. Take the mean off both lists of ranks; then three sums of products. If one of the
//   two sums of squares is 0, the answer is nil.

public func rankCorrelation(_ a: [Double], _ b: [Double]) throws -> Double? {
    let (x, y) = (centredRanks(a), centredRanks(b))
    let squares = x.reduce(0) { $0 + $1 * $1 } * y.reduce(0) { $0 + $1 * $1 }
    guard squares > 0 else { return nil }
    return zip(x, y).reduce(0) { $0 + $1.0 * $1.1 } / squares.squareRoot()
}

/// The ranks of numbers, less the mean of all ranks.
private func centredRanks(_ numbers: [Double]) -> [Double] {
    numbers.map { value in
        let (smaller, upTo) = (numbers.count { $0 < value }, numbers.count { $0 <= value })
        return Double(smaller + upTo + 1) / 2 - Double(numbers.count + 1) / 2
    }
}
