// Nudge: How many answers does a batch of n scores get? And how many comparisons are made when [n, 1] meets [n]?
// Idea: Answers are `scores .> 0`; made a `Tensor`, they are ones and zeros, and can be compared with the targets. Both
//   have to have the same shape for that. The mean of ones and zeros is a share.
// Almost: `targets.reshaped(scores.shape)` makes the shapes equal. What `.==` gives is true and false again: it has to
//   become a `Tensor`, too, before it has a `mean()`, whose `item` is the share. If a share m of the targets is 1,
//   always saying 1 is right for a share m. For which share is always saying 0 right, and which of the two does the
//   lazy model take?

import Tensors

public func batchAccuracy(_ scores: Tensor, _ targets: Tensor) throws -> Float {
    // Without the reshape, [n, 1] against [n] is a table [n, n], and its mean an accuracy that looks quite plausible.
    Tensor(Tensor(scores .> 0) .== targets.reshaped(scores.shape)).mean().item
}

public func majorityAccuracy(_ targets: Tensor) throws -> Float {
    let ones = targets.mean().item
    return max(ones, 1 - ones)
}
