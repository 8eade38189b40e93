// Exercise 21.15 · Small enough not to memorize
// Section 21.10, question 21.10: Chapters/21-BirdsAndAirplanes/10j-AnotherLoss.swift

import Chapter21
import Practice
import Tensors

/// The widest of some nets that does not learn by heart, and its accuracy on the validation set, `sets.checked`; nil if
/// all of them do. (The book's exercises 2b and 2c.)
///
/// For each number of features, a net is trained on `sets.learned`, all in the same way: a generator `SplitMix64(seed:
/// seed)`, from it first a `shallowNet` with as many inputs as the rows have numbers, then the chapter's `train`, with
/// 30 epochs, the rate 0.1 and the loss `squaredErrorOfScores`. A net learns by heart if its accuracy on `sets.learned`
/// is more than `gap` above that on `sets.checked`.
///
/// - Parameters:
///   - widths: numbers of features, in any order, none twice.
///   - sets: flat pictures with two classes, two sets of them.
public func widestNet(
    _ widths: [Int], gap: Float, sets: PictureSets, seed: UInt64
) throws -> (features: Int, accuracy: Float)? {
    throw Unanswered("21.15")
}
