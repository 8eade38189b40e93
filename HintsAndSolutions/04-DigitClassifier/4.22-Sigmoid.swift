// Nudge: The first formula is the whole answer, and a tensor has `exp()`. For the second, look at the chart: where is
//   the curve steepest, and how steep is it where it has nearly reached 0 or 1?
// Idea: Differentiate 1 / (1 + e⁻ˣ) with the chain rule, and you get e⁻ˣ / (1 + e⁻ˣ)². Computed like this it is ∞ / ∞
//   at −90. But it is a product of two numbers that are never infinite: 1 / (1 + e⁻ˣ) and e⁻ˣ / (1 + e⁻ˣ). The first is
//   s; what do the two add up to?
// Almost: They add up to 1, so the second is 1 minus the first. Call your `sigmoid` once and keep what it gives: the
//   product of the two is a quarter in the middle, almost nothing far out, and never NaN.

import Tensors

public func sigmoid(_ x: Tensor) throws -> Tensor {
    1 / (1 + (-x).exp())
}

public func sigmoidSlope(_ x: Tensor) throws -> Tensor {
    // The slope follows from the value, which is why backward passes keep what forward passes computed.
    let s = try sigmoid(x)
    return s * (1 - s)
}
