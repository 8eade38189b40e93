// Exercise 9.4 · The error that was asked for
// Section 9.3: Chapters/09-TabularModeling/03e-OrderedLevels.swift

import Foundation
import Practice

/// The root mean squared log error of predicted prices: the root of the mean of the squared differences of logarithms.
/// Both lists are equally long and not empty. nil if one of the prices is 0 or less, since it has no logarithm.
///
/// predicted [60_000, 10_000], actual [66_000, 11_000] → 0.0953…
public func logError(predicted: [Double], actual: [Double]) throws -> Double? {
    throw Unanswered("9.4")
}
