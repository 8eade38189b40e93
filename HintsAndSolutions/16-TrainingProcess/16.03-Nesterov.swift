// Nudge: There are two averages here: the one that is kept, and the one that is walked along. How does the second come
//   from the first?
// Idea: Do the formula of the average twice with the same gradient. Keep what the first gives, walk along what the
//   second gives.
// Almost: In the first step the average before is zeros. The second time, what the first has given takes the place of
//   `average`; g is the same. Only one of the two results is returned, and only the other one is multiplied by the
//   rate.

import Tensors

public func nesterovStep(
    _ p: Tensor, _ g: Tensor, average: Tensor?, learningRate: Float, momentum: Float
) throws -> (p: Tensor, average: Tensor) {
    let new = momentum * (average ?? .zeros(p.shape)) + g
    let ahead = momentum * new + g
    return (p - learningRate * ahead, new)
}
