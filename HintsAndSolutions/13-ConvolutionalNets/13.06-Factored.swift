// Nudge: Write down the kernel for the column 1, 2, 3 and the row 5, 0, 7. What do its rows have to do with one
//   another?
// Idea: All rows are multiples of one row. So take one that is not zero as the row; a column says how often it is in
//   each of the rows. Then multiply the two, and see whether the kernel comes out.
// Almost: Find the largest number in absolute value, at (i, j). The row is row i. The column is column j divided by
//   this number. If `column[r] * row[c]` is close to the kernel everywhere, return them, otherwise nil.

import Tensors

public func factored(_ kernel: Tensor) throws -> (column: [Float], row: [Float])? {
    let (h, w, numbers) = (kernel.shape[0], kernel.shape[1], kernel.scalars)
    // The largest number is the safest one to divide by.
    let largest = numbers.indices.max { abs(numbers[$0]) < abs(numbers[$1]) }!
    if numbers[largest] == 0 { return (Array(repeating: 0, count: h), Array(repeating: 0, count: w)) }
    let row = (0..<w).map { numbers[largest / w * w + $0] }
    let column = (0..<h).map { numbers[$0 * w + largest % w] / numbers[largest] }
    let isProduct = numbers.indices.allSatisfy {
        abs(numbers[$0] - column[$0 / w] * row[$0 % w]) < 1e-4 * abs(numbers[largest])
    }
    return isProduct ? (column, row) : nil
}
