// Exercise 19.12 · The gradient of a softer truth
// Section 19.5: Chapters/19-LearnerFromScratch/05c-CrossEntropy.swift

import Practice
import Tensors

/// The gradient of cross-entropy with respect to the scores, as a formula: no `backward()`.
///
/// The truth is smoothed. Instead of 1 for the right class and 0 for the others, a share ε of it (`smoothing`, 0...1)
/// is spread evenly over all classes, the right one included. The loss of an item is −Σ truth · ln p over the classes,
/// and that of the batch is the mean over its items. Scores may be as large as 10,000, and no number may become NaN.
///
/// scores [n, classes] · n labels → [n, classes]
public func crossEntropyGradient(_ scores: Tensor, _ labels: [Int], smoothing: Float) throws -> Tensor {
    throw Unanswered("19.12")
}
