// Exercise 5.8 · Any of several
// Section 5.4, question 5.14: Chapters/05-ImageClassification/04h-CrossEntropy.swift

import Practice

/// The loss of an item for which several classes count as right.
///
/// Whoever only wants to tell cats from dogs, with a net that knows 37 breeds, is content with any breed of cat. The
/// probability that softmax gives to *any of them* is the sum of their probabilities; the loss is minus its logarithm.
/// `right` has the numbers of these classes, each of them once. With a single one it is cross-entropy.
///
/// Example: activations 0, 0, 0, 0, and the classes 1 and 2 are right → ln 2 = 0.6931.
///
/// Do not lose it on the way: with activations 0 and 2000, where class 0 is right, the loss is 2000.
///
/// nil where no class is right, or a number in `right` is not the number of a class.
public func lossOfAny(of right: Set<Int>, _ activations: [Double]) throws -> Double? {
    throw Unanswered("5.8")
}
