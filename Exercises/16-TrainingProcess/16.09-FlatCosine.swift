// Exercise 16.9 · Flat, then down
// Section 16.3, question 16.10: Chapters/16-TrainingProcess/03g-OneCycle.swift

import Foundation
import Practice

/// The learning rates of a training of so many batches, one for each: the same rate for a share `flat` of the time,
/// then down along half a wave of a cosine, which ends at rate / endDivisor. But the time of a batch is how much was
/// done *before* it: 0 for the first, just below 1 for the last. So the last rate is still a little above that end.
///
/// `flat` is at least 0 (a wave from the start) and at most 1 (flat all the way). A training may have no batches.
///
/// 4 batches, rate 1, flat 0.5, endDivisor 2 → [1, 1, 1, 0.75].
public func flatCosineRates(batches: Int, rate: Double, flat: Double, endDivisor: Double) throws -> [Double] {
    throw Unanswered("16.9")
}
