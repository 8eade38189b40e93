// Nudge: Write a function that gives both numbers for any weights. Then call it once for the weights as they are, and
//   once for each nudged weight.
// Idea: The accuracy is a mean of true and false, which are 1 and 0 as floats: compare the answers `scores .> 0`, as
//   floats, with the targets. `var moved = weights` is a copy; the original stays as it was.
// Almost: `Tensor(Tensor(scores .> 0) .== targets).mean().item` and `mnistLoss(scores, targets).item`, with scores
//   `x.matmul(weights)`. Weight k of a copy grows by `moved[k] = moved[k] + nudge`. The slope is (after − before) /
//   nudge, and `Tensor(list)` makes a tensor of a list of them.

import Tensors

public func slopesByNudging(
    _ x: Tensor, _ weights: Tensor, _ targets: Tensor, nudge: Float
) throws -> (accuracy: Tensor, loss: Tensor) {
    func measured(_ weights: Tensor) throws -> (accuracy: Float, loss: Float) {
        let scores = x.matmul(weights)
        let right = Tensor(scores .> 0) .== targets
        return (Tensor(right).mean().item, try mnistLoss(scores, targets).item)
    }
    let before = try measured(weights)
    let after = try (0..<weights.shape[0]).map { k in
        var moved = weights
        moved[k] = moved[k] + nudge
        return try measured(moved)
    }
    // Almost everywhere the first is flat. A step along it would go nowhere.
    return (
        Tensor(after.map { ($0.accuracy - before.accuracy) / nudge }),
        Tensor(after.map { ($0.loss - before.loss) / nudge })
    )
}
