// Nudge: There are four cells. What would each hold if both groups got the same share of ads?
// Idea: expected = row · column / all, as `Double`. Sum up the four squared differences, each divided by what was
//   expected.
// Almost: `let rows = counts.map { Double($0[0] + $0[1]) }` and `let columns = [0, 1].map { … }`; if either contains 0,
//   nil. Then two loops.

public func isHardlyChance(_ counts: [[Int]]) throws -> Bool? {
    let rows = counts.map { Double($0[0] + $0[1]) }
    let columns = [0, 1].map { Double(counts[0][$0] + counts[1][$0]) }
    guard !rows.contains(0), !columns.contains(0) else { return nil }
    var sum = 0.0
    for row in 0..<2 {
        for column in 0..<2 {
            let expected = rows[row] * columns[column] / (rows[0] + rows[1])
            let difference = Double(counts[row][column]) - expected
            sum += difference * difference / expected
        }
    }
    return sum > 3.841
}
