// # Yes or no: binary cross-entropy
//
// Each output is on its own: the probability of "yes" is p = σ(x), and the loss is -ln p for a yes,
// -ln(1 - p) for a no. It is computed from the score (or logit) x, not from p: σ(20) rounds to 1, and ln(1 - 1)
// is -∞. With softplus(x) = ln(1 + eˣ):
//
//     -ln σ(x) = softplus(-x),    -ln(1 - σ(x)) = softplus(x)
//
// (The second is also softplus(-x) + x. But where x is far below 0 these two cancel, and with them the slope of a no
// that is nearly certain.)

import Tensors

/// Mean of -y ln σ(x) - (1 - y) ln(1 - σ(x)). Scores x and targets y, 0...1, of the same shape.
///
/// The scores are logits, not probabilities: there is no `sigmoid()` before it.
public func binaryCrossEntropyWithLogits(_ scores: Tensor, _ targets: Tensor) -> Tensor {
    binaryCrossEntropyWithLogits(scores, targets, weights: nil)
}

/// weight · (-positiveWeight · y ln σ(x) - (1 - y) ln(1 - σ(x))), for scores x and targets y, 0...1, of the same shape.
///
/// - Parameters:
///   - weights: of single items or outputs, broadcast; they do not change what the mean is divided by.
///   - positiveWeight: how much more a missed yes costs, for each output, broadcast: above 1 where yes is rare.
public func binaryCrossEntropyWithLogits(
    _ scores: Tensor, _ targets: Tensor, weights: Tensor?, positiveWeight: Tensor? = nil,
    reduction: LossReduction = .mean
) -> Tensor {
    requireSameShape("binaryCrossEntropyWithLogits", scores, targets)
    let wanted = positiveWeight.map { $0 * targets } ?? targets
    let losses = wanted * (-scores).softplus() + (1 - targets) * scores.softplus()
    return reduction(weights.map { losses * $0 } ?? losses)
}
