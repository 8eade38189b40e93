// Exercise 13.20 · The best that a constant can do
// Section 13.10: Chapters/13-ConvolutionalNets/10d-AFailingRun.swift

import Practice

/// A net whose activations have died gives the same scores to every image. What are the best scores that it could
/// learn, and how well does it do?
///
/// From how often each class occurs in the data, find the scores for which the mean cross-entropy is smallest, that
/// cross-entropy, and the largest accuracy that a constant answer can have. Of all scores that are equally good, take
/// those of which the largest is 0. A class that never occurs gets the score −∞. There is at least one image.
public func bestConstant(
    counts: [Int]
) throws -> (scores: [Double], crossEntropy: Double, accuracy: Double) {
    throw Unanswered("13.20")
}
