// Nudge: What happens to the result if all cells of a map are divided by ten?
// Idea: It is divided by ten, too. So divide each map by its own maximum first. Then all numbers are from 0 to 1, at
//   least one of them is 1, and no power can become too large. At the end multiply by the maximum.
// Almost: `x.max(axes: [2, 3])` has the maxima, [n, c]; reshape them to [n, c, 1, 1] to divide by them, with 1 in place
//   of those that are 0. `pow` takes a number as its exponent, and 1 / p is one, too. By which of the two maxima do you
//   multiply at the end, so that a map of zeros gives 0?

import Tensors

public func generalizedMean(_ x: Tensor, p: Float) throws -> Tensor {
    let top = x.max(axes: [2, 3])
    let safe = Tensor(shape: top.shape + [1, 1], top.scalars.map { $0 > 0 ? $0 : 1 })
    return (x / safe).pow(p).mean(axes: 2, 3).pow(1 / p) * top
}
