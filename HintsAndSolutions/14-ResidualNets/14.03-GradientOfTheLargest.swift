// Nudge: For each number of dy there is one window, and in it one place. Only that place gets anything.
// Idea: Go through the windows. In each, go through its places in reading order, and remember the one with the largest
//   number; replace it only by a number that is really larger.
// Almost: Window (r, c) has the rows 2 r to min(2 r + 2, h), without the last, and the columns likewise. Begin with
//   `best = (2 * r, 2 * c)`, compare with `>`, and write dy[r][c] to that place.

public func gradientOfLargest(_ x: [[Float]], dy: [[Float]]) throws -> [[Float]] {
    var dx = x.map { row in [Float](repeating: 0, count: row.count) }
    for r in dy.indices {
        for c in dy[r].indices {
            var best = (row: 2 * r, column: 2 * c)
            for row in 2 * r..<min(2 * r + 2, x.count) {
                for column in 2 * c..<min(2 * c + 2, x[0].count) where x[row][column] > x[best.row][best.column] {
                    best = (row, column)
                }
            }
            dx[best.row][best.column] = dy[r][c]
        }
    }
    return dx
}
