// Exercise 21.12 · The gradient of cross-entropy
// Section 21.9, question 21.6: Chapters/21-BirdsAndAirplanes/09b-LogSoftmax.swift

import Practice
import Tensors

/// The gradient of cross-entropy for the scores, by the formula of the page and without `backward`: what the net says
/// less what it should say, divided by the number of items that count.
///
/// scores [n, classes] · a label for each item → the same shape. Some items have no label that can be trusted. Theirs
/// is -1; they do not count, and their row of the gradient is 0. If no item counts, the gradient is 0 everywhere.
/// Scores may be very large.
///
/// nil where there is not one label for each item, or a label is none of the classes and not -1.
public func crossEntropyGradient(_ scores: Tensor, _ labels: [Int]) throws -> Tensor? {
    throw Unanswered("21.12")
}
