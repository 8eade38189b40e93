// Nudge: The same people are sorted twice, by different numbers.
// Idea: Sort the numbers of the people, take the first `count`, and count those in B. `sorted` does not promise to keep
//   the order of equal ones, so compare the places as well.
// Almost: `scores.indices.sorted { (scores[$0], $1) > (scores[$1], $0) }.prefix(count)`: for equal scores, the
//   comparison of `$1 > $0` puts the smaller place first.

public func chosenOfB(isB: [Bool], costs: [Double], illnesses: [Int], count: Int) throws -> [Int] {
    func chosen(_ scores: [Double]) -> Int {
        let order = scores.indices.sorted { (scores[$0], $1) > (scores[$1], $0) }
        return order.prefix(count).count { isB[$0] }
    }
    return [chosen(costs), chosen(illnesses.map(Double.init))]
}
