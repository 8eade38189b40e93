// Nudge: A score is a sum of as many random products as there are inputs. Does such a sum grow with their number, or
//   with something slower? The example in the statement tells.
// Idea: The square of the standard deviation adds up: a sum of n independent numbers with standard deviation s has one
//   of s · √n. So what must s be for the sum to have 1? `Tensor.randn(inputs, outputs, using: &random)` has 1; multiply
//   it by s.
// Almost: Divide by `Float(inputs).squareRoot()`, and call `requiringGrad()` last. A tensor that was tracked and *then*
//   multiplied is no longer a parameter but a result: its `gradFn` says so, and the gradient ends up elsewhere.

import Tensors

public func initParams(_ inputs: Int, _ outputs: Int, using random: inout SplitMix64) throws -> [Tensor] {
    let weights = Tensor.randn(inputs, outputs, using: &random) / Float(inputs).squareRoot()
    // Tracked last: what learns must be a leaf, not the product of one.
    return [weights.requiringGrad(), Tensor.zeros(outputs).requiringGrad()]
}
