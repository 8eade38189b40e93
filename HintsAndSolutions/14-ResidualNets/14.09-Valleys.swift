// Nudge: Look at one point and its neighbours first. Which comparison is false for equal numbers?
// Idea: Go through rows r − 1 to r + 1 and columns c − 1 to c + 1, cut to the grid, and leave out the point itself. All
//   of these must be higher, or NaN.
// Almost: `losses[r][c] < neighbour || neighbour.isNaN` for every neighbour, and `!losses[r][c].isNaN` for the point.
//   The rows are `max(0, r - 1)...min(losses.count - 1, r + 1)`.

public func valleys(in losses: [[Float]]) throws -> Int {
    func isValley(_ r: Int, _ c: Int) -> Bool {
        if losses[r][c].isNaN { return false }
        for row in max(0, r - 1)...min(losses.count - 1, r + 1) {
            for column in max(0, c - 1)...min(losses[r].count - 1, c + 1) where (row, column) != (r, c) {
                let neighbour = losses[row][column]
                if !(losses[r][c] < neighbour || neighbour.isNaN) { return false }
            }
        }
        return true
    }
    return losses.indices.reduce(0) { sum, r in sum + losses[r].indices.count { isValley(r, $0) } }
}
