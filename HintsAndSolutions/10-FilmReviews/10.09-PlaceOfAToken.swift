// Nudge: How long is a row, and how many tokens are in all rows together?
// Idea: Row by row, the stream goes on. The row's number comes from dividing by its length, and what is left is the
//   place within the row.
// Almost: `let length = (tokens - 1) / rows`; the row is `place / length`, if that is less than `rows`; the place in it
//   is `place % length`, which divided by `steps` is the batch, and the rest the column. Take care of rows without
//   length.

public func batchRowColumn(place: Int, tokens: Int, rows: Int, steps: Int) -> [Int]? {
    let length = (tokens - 1) / rows
    guard place < length * rows else { return nil }
    let inRow = place % length
    return [inRow / steps, place / length, inRow % steps]
}
