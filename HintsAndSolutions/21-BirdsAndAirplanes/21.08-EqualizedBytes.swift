// Nudge: Go through the counts from 0 to 255 with a sum that grows. Which of the three numbers of the formula changes
//   on the way?
// Idea: n is the sum of all counts, and m the first count that is not 0. If there is none, or if m is n, there is
//   nothing to divide by: the table is 0, 1, 2 and so on.
// Almost: In a loop, first add the count of v to the sum, then work out the new byte of v. As long as the sum is below
//   m it is 0. A quotient of whole numbers is rounded down, so add half of the divisor to what you divide.

public func equalizedBytes(counts: [Int]) throws -> [Int] {
    let all = counts.reduce(0, +)
    guard let smallest = counts.first(where: { $0 > 0 }), smallest < all else { return Array(counts.indices) }
    var sum = 0
    return counts.map { count in
        sum += count
        return (2 * 255 * max(0, sum - smallest) + all - smallest) / (2 * (all - smallest))
    }
}
