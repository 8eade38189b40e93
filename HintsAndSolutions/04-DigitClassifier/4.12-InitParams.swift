// Nudge: Three things are asked for: random, of a given spread, tracked. Does their order matter?
// Idea: `Tensor.randn(shape, using: &random)` has mean 0 and standard deviation 1. Multiplied by `std`, it has `std`.
// Almost: Call `requiringGrad()` last. A tensor that was tracked and *then* multiplied is no longer a parameter but a
//   result: its `gradFn` says "multiply", and the gradient ends up elsewhere.

import Tensors

public func initParams(_ shape: [Int], std: Float, using random: inout SplitMix64) throws -> Tensor {
    // Tracked last: what learns must be a leaf, not the product of one.
    (Tensor.randn(shape, using: &random) * std).requiringGrad()
}
