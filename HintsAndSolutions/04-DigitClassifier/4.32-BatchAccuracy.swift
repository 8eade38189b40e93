// Nudge: How many answers does a batch of n scores get? And how many comparisons are made when [n, 1] meets [n]?
// Idea: Answers are `scores .> 0`; made a `Tensor`, they are ones and zeros, and can be compared with the targets. Both
//   have to have the same shape for that. The mean of ones and zeros is a share.
// Almost: `targets.reshaped(scores.shape)` makes the shapes equal. `Tensor(Tensor(scores .> 0) .== …).mean().item` is
//   the first. If a share m of the targets is 1, the lazy model gets m or 1 − m right: the larger of the two.

import Tensors

public func batchAccuracy(_ scores: Tensor, _ targets: Tensor) throws -> Float {
    // Without the reshape, [n, 1] against [n] is a table [n, n], and its mean an accuracy that looks quite plausible.
    Tensor(Tensor(scores .> 0) .== targets.reshaped(scores.shape)).mean().item
}

public func majorityAccuracy(_ targets: Tensor) throws -> Float {
    let ones = targets.mean().item
    return max(ones, 1 - ones)
}
