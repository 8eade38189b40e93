// Nudge: The first formula is the whole answer, and a tensor has `exp()`. For the second, look at the chart: where is
//   the curve steepest, and how steep is it where it has nearly reached 0 or 1?
// Idea: Differentiate 1 / (1 + e⁻ˣ) with the chain rule, and you get e⁻ˣ / (1 + e⁻ˣ)². You know both of its factors:
//   one is s, the other 1 − s.
// Almost: With `let s = try sigmoid(x)`, the slope is s · (1 − s): a quarter in the middle, almost nothing far out.

import Tensors

public func sigmoid(_ x: Tensor) throws -> Tensor {
    1 / (1 + (-x).exp())
}

public func sigmoidSlope(_ x: Tensor) throws -> Tensor {
    // The slope follows from the value, which is why backward passes keep what forward passes computed.
    let s = try sigmoid(x)
    return s * (1 - s)
}
