// Exercise 19.12 · Rare classes that count more
// Section 19.5: Chapters/19-LearnerFromScratch/05-Loss.swift

import Practice
import Tensors

/// The page's `nll`, with a weight for each class: where one image in a hundred shows a bird, missing the bird may
/// count a hundred times.
///
/// Each item counts as much as the weight of *its own* class. The loss is the weighted mean: the sum of weight · (−
/// log-probability of the right class) over the items, divided by the sum of these items' weights. With equal weights,
/// however large, it is `nll`. Gradients must flow to the log-probabilities.
///
/// A class may have the weight 0, and then its items do not count at all, even if a log-probability of theirs is −∞.
/// If no item counts, the loss is 0.
///
/// logProbabilities [n, classes] · n labels, each 0 ..< classes · a weight for each class, none below 0 → []
///
/// Example: log-probabilities [[−1, −2], [−3, −4], [−5, −6]], labels [0, 0, 1], weights [1, 4] → (1 + 3 + 4 · 6) / 6 =
/// 4.6667.
///
/// When it is right: a data set is judged batch by batch. How must the losses of its batches be averaged, so that the
/// loss of all items together comes out? Their plain mean is wrong, even if all batches are equally large.
public func weightedNLL(_ logProbabilities: Tensor, _ labels: [Int], classWeights: [Float]) throws -> Tensor {
    throw Unanswered("19.12")
}
