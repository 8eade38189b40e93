// Nudge: The page takes the loss apart into two sums. Which of the two knows that all classes get the same?
// Idea: -Σ target · ln p is (1 - ε) times the usual loss, and ε times -Σ prior(k) · ln p(k). `logSoftmax` gives ln p,
//   also for very large scores.
// Almost: `let logs = scores.logSoftmax(axis: 1)`; the first part is `nllLoss(logs, labels)`, the second one
//   `-(logs * Tensor(prior)).sum(axis: 1).mean()`.

import Tensors
import Training

public func smoothedLoss(_ scores: Tensor, _ labels: IntTensor, smoothing: Float, prior: [Float]) throws -> Tensor {
    let logs = scores.logSoftmax(axis: 1)
    let towards = -(logs * Tensor(prior)).sum(axis: 1).mean()
    return (1 - smoothing) * nllLoss(logs, labels) + smoothing * towards
}
