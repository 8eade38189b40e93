// Nudge: What happens to the result if all cells of a map are divided by ten?
// Idea: It is divided by ten, too. So divide each map by its own maximum first. Then all numbers are from 0 to 1, at
//   least one of them is 1, and no power can become too large. At the end multiply by the maximum.
// Almost: `let top = x.max(axes: [2, 3], keepingAxes: true)`, with 1 in place of the zeros; then
//   `(x / top).pow(p).mean(axes: 2, 3)` to the power of 1 / p, times the maximum.

import Tensors

public func generalizedMean(_ x: Tensor, p: Float) throws -> Tensor {
    let top = x.max(axes: [2, 3])
    let safe = Tensor(shape: top.shape + [1, 1], top.scalars.map { $0 > 0 ? $0 : 1 })
    return (x / safe).pow(p).mean(axes: 2, 3).pow(1 / p) * top
}
