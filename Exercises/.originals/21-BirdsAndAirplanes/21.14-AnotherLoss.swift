// Exercise 21.14 · Another loss, and its gradient
// Section 21.10: Chapters/21-BirdsAndAirplanes/10j-AnotherLoss.swift

import Practice
import Tensors

/// The gradient for the scores of the mean squared error between softmax and one-hot labels, without `backward`, for
/// any number of classes. The mean is over all n · classes numbers. (The book's exercise 2a.)
///
/// With the probabilities p of an item, its one-hot row y, and e = p - y, the gradient of its scores is
///
///     2 · p · (e - Σ p·e) / (n · classes)
///
/// where · multiplies number by number, and the sum goes over the classes. For two classes that is 2 p (1 - p) times
/// the gradient of cross-entropy, with the probability p of the right class: never more than half of it. This is why
/// training slows down when you switch the loss, and why an item that is confidently wrong is nearly forgotten.
///
/// scores [n, classes] · labels [n], each a class → gradient: the same shape; steps: for each item, how large its
/// gradient is compared with that of cross-entropy, the sum of the absolute numbers of the one divided by that of the
/// other [n]. Where both are 0, because the item is certainly right, the share is 0.
public func squaredErrorGradient(_ scores: Tensor, _ labels: [Int]) throws -> (gradient: Tensor, steps: [Float]) {
    throw Unanswered("21.14")
}
