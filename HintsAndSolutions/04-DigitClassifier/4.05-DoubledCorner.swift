// Nudge: Four steps: count, arrange, double, cut. Each is one call or operator.
// Idea: `Tensor.arange(9)` counts from 0 to 8, `reshaped(3, 3)` arranges, and brackets cut: one range for each axis.
// Almost: The last two rows are `[(n - 2)...]`, the last two columns go into the same brackets after a comma. And
//   `arange` begins at 0, but you want to begin at 1.

import Tensors

public func doubledCorner(of n: Int) throws -> Tensor {
    let table = (Tensor.arange(n * n) + 1).reshaped(n, n)
    // A range without an end runs to the end of its axis.
    return (2 * table)[(n - 2)..., (n - 2)...]
}
