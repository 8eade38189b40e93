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

// MARK: From probabilities

/// Mean of -y ln p - (1 - y) ln(1 - p). Probabilities p and targets y, both 0...1 and of the same shape.
///
/// If the probabilities are sigmoids of scores, ``binaryCrossEntropyWithLogits(_:_:)`` of the scores is more precise.
public func binaryCrossEntropy(_ probabilities: Tensor, _ targets: Tensor) -> Tensor {
    binaryCrossEntropy(probabilities, targets, weights: nil)
}

/// weight · (-y ln p - (1 - y) ln(1 - p))   ⇒   dp = dy · weight · (p - y) / (p (1 - p))
///
/// Probabilities p and targets y, 0...1, of the same shape; anything else stops the program, except for NaN, whose loss
/// is NaN. As in PyTorch's `BCELoss`, a logarithm is at least -100 and the divisor at least 10⁻¹², so that no answer,
/// however wrong, has an infinite loss or slope.
///
/// - Parameter weights: of single items or outputs, broadcast; they do not change what the mean is divided by.
public func binaryCrossEntropy(
    _ probabilities: Tensor, _ targets: Tensor, weights: Tensor?, reduction: LossReduction = .mean
) -> Tensor {
    requireSameShape("binaryCrossEntropy", probabilities, targets)
    requireShares(probabilities, "probability", try: "sigmoid() before it, or binaryCrossEntropyWithLogits")
    requireShares(targets, "target", try: "0 for a no, 1 for a yes")
    let (p, y) = (probabilities.detached(), targets.detached())
    let (yes, no) = (p.log().maximum(-100), logOfRest(p).maximum(-100))
    let losses = -(y * yes + (1 - y) * no)
    let recorded = losses.recorded("binaryCrossEntropy", probabilities, targets) { dy in
        dy * ((p - y) / (p * (1 - p)).maximum(1e-12))
    } _: { dy in
        dy * (no - yes)
    }
    return reduction(weights.map { recorded * $0 } ?? recorded)
}

/// ln(1 - p), with the digits that 1 - p loses where p is small: 1 - (1 - p) has lost the same ones. (D. Goldberg,
/// "What Every Computer Scientist Should Know About Floating-Point Arithmetic", 1991, theorem 4.)
private func logOfRest(_ p: Tensor) -> Tensor {
    let rest = 1 - p
    return Tensor.where(rest .== 1, -p, rest.log() * (p / (1 - rest)))
}

private func requireShares(_ x: Tensor, _ name: String, try help: String) {
    guard let bad = x.array.withContiguous({ $0.first { $0 < 0 || $0 > 1 } }) else { return }
    stop("binaryCrossEntropy of \(x.shape)", "\(name) \(bad) is not within 0...1", try: help)
}
