// Exercise 14.18 · Longer, with smoothed labels
// Section 14.10: Chapters/14-ResidualNets/10-Conclusion.swift

import Practice
import Tensors

/// The mean cross-entropy with label smoothing, from the definition. Without the engine's `crossEntropy`.
///
/// The target of a row is 1 − ε for the right class, and on top of that every class, the right one too, gets ε /
/// classes. The loss of a row is −Σ target · ln p, with p the softmax of its scores. Large scores must not overflow
/// (`logSoftmax`). ε is from 0 to 1, and with 0 it is the usual loss. The gradient must come back to the scores.
///
/// scores [n, classes] · labels [n] → a single number
///
/// Then give it to a learner of the chapter, train with `--full`, and compare with what the leaderboard of Imagenette
/// reports.
public func smoothedLoss(_ scores: Tensor, _ labels: [Int], smoothing: Float) throws -> Tensor {
    throw Unanswered("14.18")
}
