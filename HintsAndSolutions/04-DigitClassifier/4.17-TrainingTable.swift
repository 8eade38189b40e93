// Nudge: The page does it for two stacks of 28 × 28 images. Which of its numbers have to be looked up now?
// Idea: `Tensor.cat` takes any number of stacks. For the answers, make a column for each stack, of ones or of zeros, as
//   long as the stack, and put the columns one after the other in the same way.
// Almost: An image has `stacks[0].shape[1] * stacks[0].shape[2]` pixels: `reshaped(-1, …)`. The column of stack k is
//   `Tensor.full(k == wanted ? 1 : 0, [stacks[k].shape[0], 1])`; `stacks.indices.map { k in … }` makes the list of
//   them.

import Tensors

public func trainingTable(_ stacks: [Tensor], wanted: Int) throws -> (x: Tensor, y: Tensor) {
    let pixels = stacks[0].shape[1] * stacks[0].shape[2]
    let columns = stacks.indices.map { k in Tensor.full(k == wanted ? 1 : 0, [stacks[k].shape[0], 1]) }
    // Both are joined in the same order, so that a row and its answer stay side by side.
    return (Tensor.cat(stacks).reshaped(-1, pixels), Tensor.cat(columns))
}
