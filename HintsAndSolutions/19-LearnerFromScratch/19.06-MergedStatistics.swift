// Nudge: The mean is easy: a weighted mean of the two means. How far is each set's mean from the common one?
// Idea: For the numbers of a, Σ (x - m)² around another point m is Σ (x - mean of a)² + count of a · (mean of a - m)².
//   The same goes for b. Add the two.
// Almost: With d = mean of b − mean of a and n = count of a + count of b, the common mean is d · b.count / n away from
//   a's. How far is it then from b's? Put the two distances into what the idea says, and add both sums. Without any
//   numbers n is 0, and nothing may be divided by it.

public typealias Statistics = (count: Int, mean: Double, squares: Double)

public func merged(_ a: Statistics, _ b: Statistics) throws -> Statistics {
    let count = a.count + b.count
    if count == 0 { return (0, 0, 0) }
    let (difference, share) = (b.mean - a.mean, Double(b.count) / Double(count))
    return (
        count, a.mean + difference * share, a.squares + b.squares + difference * difference * Double(a.count) * share
    )
}
