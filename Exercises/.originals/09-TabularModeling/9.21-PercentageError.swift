// Exercise 9.21 · By how many percent?
// Section 9.8: Chapters/09-TabularModeling/08e-WithAndWithoutEmbeddings.swift

import Foundation
import Practice

/// The mean absolute percentage error of prices whose logarithms are given: the mean of |prediction − price| / price,
/// as a share of 1. (MAPE.) Both lists are equally long; of no rows it is nil.
///
/// A price of 200 that was predicted to be 100 counts 0.5, and the other way round 1.
public func percentageError(ofLogs predictions: [Double], _ targets: [Double]) throws -> Double? {
    throw Unanswered("9.21")
}
