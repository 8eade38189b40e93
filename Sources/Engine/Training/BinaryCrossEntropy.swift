// # Yes or no: binary cross-entropy
//
// For every output on its own: the probability of "yes" is p = σ(x), and the loss is -ln p for a yes,
// -ln(1 - p) for a no. Computed from the score x directly, since σ(20) rounds to 1 and ln(1 - 1) is gone:
//
//     -ln σ(x) = softplus(-x),    -ln(1 - σ(x)) = softplus(-x) + x

import Tensors

/// Mean of -y ln σ(x) - (1 - y) ln(1 - σ(x)). Scores x and targets y, 0...1, of one shape.
public func binaryCrossEntropy(_ scores: Tensor, _ targets: Tensor) -> Tensor {
    binaryCrossEntropy(scores, targets, weights: nil)
}

/// weight · (-positiveWeight · y ln σ(x) - (1 - y) ln(1 - σ(x))), for scores x and targets y, 0...1, of one shape.
///
/// - Parameters:
///   - weights: of single items or outputs, broadcast; they do not change what the mean is divided by.
///   - positiveWeight: how much more a missed yes costs, for each output, broadcast: above 1 where yes is rare.
public func binaryCrossEntropy(
    _ scores: Tensor, _ targets: Tensor, weights: Tensor?, positiveWeight: Tensor? = nil,
    reduction: LossReduction = .mean
) -> Tensor {
    requireSameShape("binaryCrossEntropy", scores, targets)
    let surprise = (-scores).softplus()
    let missed = positiveWeight.map { (1 + ($0 - 1) * targets) * surprise } ?? surprise
    let losses = (1 - targets) * scores + missed
    return reduction(weights.map { losses * $0 } ?? losses)
}
