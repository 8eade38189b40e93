// Nudge: How long is a row, and how many tokens are in all rows together?
// Idea: Row by row, the stream goes on. The row's number comes from dividing by its length, and what is left is the
//   place within the row.
// Almost: With `let length = (tokens - 1) / rows`, all rows together have `length * rows` tokens; a place behind them
//   is in none. (Where the length is 0, that is every place, and nothing may be divided by it.) Of the others, the row
//   is `place / length`, and `place % length` the place in the row. A batch takes `steps` of these: divide in the same
//   way once more.

public func batchRowColumn(place: Int, tokens: Int, rows: Int, steps: Int) -> [Int]? {
    let length = (tokens - 1) / rows
    guard place < length * rows else { return nil }
    let inRow = place % length
    return [inRow / steps, place / length, inRow % steps]
}
