// # How far one distribution is from another
//
// The Kullback-Leibler divergence Σ t (ln t - ln p) says how much a distribution p costs those who expect t: it is
// 0 if the two are equal, and above 0 otherwise (S. Kullback and R. Leibler, "On Information and Sufficiency", 1951).
// A small net that learns from the probabilities of a large one, not from labels, minimizes it.

import Tensors

/// Mean of t (ln t - ln p) over all elements, from log-probabilities ln p and targets t of the same shape.
///
/// The divergence itself is the sum over the classes; its mean over the items is ``LossReduction/batchMean``.
public func klDivergenceLoss(_ logProbabilities: Tensor, _ targets: Tensor) -> Tensor {
    klDivergenceLoss(logProbabilities, targets, reduction: .mean)
}

/// t (ln t - ln p) of every element, from log-probabilities ln p and targets of the same shape.
///
/// - Parameters:
///   - logTargets: the targets are ln t as well, not t. (A target of 0 costs nothing, but as ln t = -∞ it is NaN, since
///     0 · ∞ is.)
///   - reduction: with `.batchMean` the result is the divergence, the mean over the items. (PyTorch's `kl_div`.)
public func klDivergenceLoss(
    _ logProbabilities: Tensor, _ targets: Tensor, logTargets: Bool = false, reduction: LossReduction = .mean
) -> Tensor {
    requireSameShape("klDivergenceLoss", logProbabilities, targets)
    let losses =
        logTargets
        ? targets.exp() * (targets - logProbabilities) : timesItsLog(targets) - targets * logProbabilities
    return reduction(losses)
}

/// y = t ln t, and 0 at 0   ⇒   dt = dy · (ln t + 1)
private func timesItsLog(_ t: Tensor) -> Tensor {
    let (t0, logs) = (t.detached(), t.detached().log())
    return Tensor.where(t0 .== 0, 0, t0 * logs).recorded("timesItsLog", t) { dy in dy * (logs + 1) }
}
