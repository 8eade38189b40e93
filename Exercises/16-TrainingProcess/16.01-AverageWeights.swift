// Exercise 16.1 · What a moving average is made of
// Section 16.3, questions 16.7 and 16.9: Chapters/16-TrainingProcess/03b-HowMuchMomentum.swift

import Foundation
import Practice

/// A moving average, avg ← beta · avg + (1 − beta) · value, is a sum of values times weights. This gives the weights of
/// `count` values, from the oldest to the newest: what each of them counts in the average after the last. If
/// `isCorrected`, it is the average with bias correction, whose weights add up to 1.
///
/// beta is at least 0 and below 1; there may be no values.
///
/// 3 values, beta 0.5 → [0.125, 0.25, 0.5], and corrected [1/7, 2/7, 4/7].
public func averageWeights(_ count: Int, beta: Double, isCorrected: Bool) throws -> [Double] {
    throw Unanswered("16.1")
}

/// How many of the newest values it takes until they count at least `share` of an average that has been running for
/// ever (whose weights add up to 1). A share is at least 0 and below 1; a share of 0 takes no value.
///
/// beta 0.5: half of the average is the newest value alone (1), three quarters are the two newest (2).
public func valuesThatMake(_ share: Double, beta: Double) throws -> Int {
    throw Unanswered("16.1")
}
