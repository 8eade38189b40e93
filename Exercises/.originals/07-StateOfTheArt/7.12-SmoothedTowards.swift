// Exercise 7.12 · Smoothed towards what is frequent
// Section 7.6, further research 4: Chapters/07-StateOfTheArt/06-NotQuiteOne.swift

import Practice
import Tensors
import Training

/// Cross-entropy with labels that are smoothed towards any distribution, as in the paper: a target is 1 - ε on the
/// label, and besides ε · prior(k) on every class k. (To read that part of the paper is the fourth item of the book's
/// further research. It is section 7, “Model Regularization via Label Smoothing”, where the prior is called u(k).)
///
/// scores [n, classes] · labels [n] · ε from 0 to 1 → the mean over the items, one number
///
/// The evenly smoothed labels of the page are those with a prior of 1 / classes. Scores may be very large.
///
/// - Parameter prior: for each class a number; they add up to 1. It may be how frequent the classes are.
public func smoothedLoss(_ scores: Tensor, _ labels: IntTensor, smoothing: Float, prior: [Float]) throws -> Tensor {
    throw Unanswered("7.12")
}
