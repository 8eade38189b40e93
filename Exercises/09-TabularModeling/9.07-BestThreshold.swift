// Exercise 9.7 · The best cut, in one walk
// Section 9.4: Chapters/09-TabularModeling/04e-FirstQuestion.swift

import Practice

/// Where a column is best cut in two: the threshold for which the sum of the squared differences of all targets from
/// the mean of their group (values ≤ threshold, values > threshold) is smallest.
///
/// Candidates are the middles between two neighbouring different values. If several are equally good, the smallest
/// counts. nil if all values are equal, or there are none. Both lists are equally long, in any order.
///
/// There may be 100,000 rows: adding up the groups anew for every candidate would take far too long.
///
/// values [1, 2, 3, 10], targets [5, 5, 5, 9] → 6.5
public func bestThreshold(_ values: [Double], _ targets: [Double]) throws -> Double? {
    throw Unanswered("9.7")
}
