// Exercise 5.15 · All rates of a fine-tuning
// Section 5.6, question 5.17: Chapters/05-ImageClassification/06f-FineTuneByHand.swift

import Practice

/// Which learning rate does each group of layers have in each batch of a `fineTune`? Write down all of them, without
/// training anything.
///
/// There is one entry for each batch, first those of the frozen epochs, then those of the others; an epoch has
/// `batches` batches. An entry has one rate for each of `groups` groups, the head last. A frozen group has the rate 0.
///
/// A training along a cycle has N batches in all (all its epochs together). In batch i, counted from 0, t = i / N. Up
/// to t = `rise` the rate goes from peak / divisor to the peak, and then from the peak to peak / 100,000, both along
/// half a wave of a cosine: from a to b, at the share s of the way, it is a + (b - a) · (1 - cos(π s)) / 2.
///
/// - In the frozen epochs, the head's peak is `rate`, rise is 0.99, the divisor 25.
/// - Then the head's peak is half of `rate`, the first group's is a hundredth of that, and those between are spaced by
///   equal factors. rise is 0.3, the divisor 5.
///
/// There are at least two groups, and at least one batch in an epoch; either number of epochs may be 0.
public func fineTuningRates(
    epochs: Int, frozenEpochs: Int, batches: Int, groups: Int, rate: Double
) throws -> [[Double]] {
    throw Unanswered("5.15")
}
