// Nudge: With 3 × 3, the window goes from one row above the middle to one below. How far does it reach with 5 × 5?
// Idea: A kernel of k rows reaches k / 2 rows up and down, in whole numbers, and the same holds for columns. Compute
//   the first and the last row and column of the window, and look at these four numbers before you cut.
// Almost: `let down = kernel.shape[0] / 2`, and rows `(row - down)...(row + down)`. Nothing sticks out if `row - down
//   >= 0` and `row + down < image.shape[0]`; the same for columns. Then cut, multiply, `sum().item`.

import Tensors

public func appliedKernel(_ kernel: Tensor, to image: Tensor, row: Int, column: Int) throws -> Float? {
    let (down, across) = (kernel.shape[0] / 2, kernel.shape[1] / 2)
    let (rows, columns) = ((row - down)...(row + down), (column - across)...(column + across))
    guard rows.lowerBound >= 0, columns.lowerBound >= 0, rows.upperBound < image.shape[0],
        columns.upperBound < image.shape[1]
    else { return nil }
    return (image[rows, columns] * kernel).sum().item
}
