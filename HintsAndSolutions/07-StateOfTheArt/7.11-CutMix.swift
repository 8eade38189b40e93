// Nudge: First find out which rows and columns are really pasted. All else follows from these two ranges.
// Idea: The rows go from row - side / 2 to side further, but not below 0 and not beyond h. `clamped(to:)` does that for
//   a range. The share is the product of both counts, divided by h · w.
// Almost: `let rows = (row - side / 2..<row - side / 2 + side).clamped(to: 0..<h)`, the same for the columns; then
//   `photo[0..., rows, columns] = second.photo[0..., rows, columns]` on a copy. Skip that if one of the ranges is
//   empty.

import Chapter07
import Tensors

public func cutMix(_ first: Example, _ second: Example, row: Int, column: Int, side: Int) throws -> Example {
    let (height, width) = (first.photo.shape[1], first.photo.shape[2])
    func range(_ middle: Int, _ length: Int) -> Range<Int> {
        (middle - side / 2..<middle - side / 2 + side).clamped(to: 0..<length)
    }
    let (rows, columns) = (range(row, height), range(column, width))
    if rows.isEmpty || columns.isEmpty { return first }
    var photo = first.photo
    photo[0..., rows, columns] = second.photo[0..., rows, columns]
    let share = Float(rows.count * columns.count) / Float(height * width)
    return Example(photo: photo, target: (1 - share) * first.target + share * second.target)
}
