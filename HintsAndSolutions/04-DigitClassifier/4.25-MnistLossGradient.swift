// Nudge: Each score appears in one term of the mean. So each can be differentiated on its own.
// Idea: Three factors come together: the slope of the sigmoid at this score, its sign (does p or 1 − p count?), and
//   what the mean makes of one term among n.
// Almost: `sigmoidSlope(scores)`, times −1 where the target is 1 and +1 where it is 0 (`Tensor.where` again), divided
//   by the number of items.

import Tensors

public func mnistLossGradient(_ scores: Tensor, _ targets: Tensor) throws -> Tensor {
    // Loss of one item: 1 − p falls as fast as p rises.
    let sign = Tensor.where(targets .== 1, Tensor(-1), Tensor(1))
    // In a mean over n items, each of them counts for 1/n.
    return try sign * sigmoidSlope(scores) / Float(scores.count)
}
