// Exercise 4.43 · How good at which digit?
// Section 4.13, further research 2: Chapters/04-DigitClassifier/13b-Epochs.swift

import Practice
import Tensors

/// How good a model of k classes is. Its answer for an item is the class with the largest score, which `argmax(axis:
/// 1)` finds for every row of the scores. Returns the share of all items that are right, and for each class the share
/// of its own items that are right: nil for a class of which there is no item. scores [n, k], labels [n], each 0 ..< k;
/// n is at least 1. Scores [[2, 0, 1], [0, 3, 0], [5, 4, 0], [0, 0, 9]] and labels [0, 1, 1, 1] → all 0.5, each [1,
/// 0.333, nil].
public func accuracies(_ scores: Tensor, _ labels: IntTensor) throws -> (all: Float, each: [Float?]) {
    throw Unanswered("4.43")
}

/// The most frequent mistake: which digit was taken for which other one. nil if there is no mistake. If two mistakes
/// are equally frequent, either will do. In the example above there are two, each made once: a 1 taken for a 0, a 1
/// taken for a 2.
public func commonestMistake(_ scores: Tensor, _ labels: IntTensor) throws -> (digit: Int, takenFor: Int)? {
    throw Unanswered("4.43")
}
