// Exercise 5.9 · The gradient with smoothed labels
// Section 5.4, question 5.10: Chapters/05-ImageClassification/04i-GradientOfCrossEntropy.swift

import Practice
import Tensors

/// The gradient of the mean cross-entropy for the activations, by a formula and without `backward`.
///
/// With labels as they are, a net can always lower its loss by being surer, without end. With *smoothed* labels, the
/// target of an item is no longer 1 for its class and 0 for all others. A share ε, `smoothing`, is taken from the 1 and
/// spread evenly over all n classes: the right one has 1 - ε + ε/n, each other one ε/n. The loss of an item is
/// -Σ target · ln softmax, summed over the classes, and the loss of the batch is the mean over its items.
///
/// activations [items, classes] · a label for each item, 0 ..< classes · ε from 0 to 1 → the same shape as activations
///
/// The activations may be very large.
public func smoothedGradient(_ activations: Tensor, _ labels: [Int], smoothing: Float) throws -> Tensor {
    throw Unanswered("5.9")
}
