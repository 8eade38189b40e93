// Nudge: Turn a sheet of paper with four numbers on it. Where does the first row go? And in which order are its
//   numbers then, from top to bottom?
// Idea: One turn is enough; the others are the same again, and again. `transposed` makes columns of rows, but mirrors
//   them. Which axis has to be reversed afterwards?
// Almost: One quarter turn is `kernel.transposed().flipped(1)`. (`flipped` reverses an axis.) The number of turns is
//   `(quarterTurns % 4 + 4) % 4`, since −1 % 4 is −1 in Swift.

import Tensors

public func turned(_ kernel: Tensor, quarterTurns: Int) throws -> Tensor {
    let turns = (quarterTurns % 4 + 4) % 4
    return (0..<turns).reduce(kernel) { kernel, _ in kernel.transposed().flipped(1) }
}
