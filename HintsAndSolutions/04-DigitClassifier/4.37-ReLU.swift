// Nudge: Draw it. Left of 0 the line is flat, right of 0 it rises as fast as x. So what are its two slopes?
// Idea: Forwards: the larger of x and 0. Backwards, the chain rule: dy times the slope, which is 1 or 0. So dy passes,
//   or it does not.
// Almost: `x.maximum(0)` is the first. For the second, `Tensor.where(mask, a, b)` takes the numbers of a where the mask
//   is true, and those of b elsewhere; a plain 0 is `Tensor(0)`. One of x and dy decides, and the other one passes:
//   which is which? And what has the mask to say at x = 0?

import Tensors

public func relu(_ x: Tensor) throws -> Tensor {
    x.maximum(0)
}

public func reluGradient(_ x: Tensor, _ dy: Tensor) throws -> Tensor {
    // A switch: what was cut off on the way forwards had no influence, so nothing flows back to it.
    Tensor.where(x .> 0, dy, Tensor(0))
}
