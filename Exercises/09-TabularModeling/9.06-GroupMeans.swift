// Exercise 9.6 · The mean of each group
// Section 9.3: Chapters/09-TabularModeling/03b-FirstLook.swift

import Practice

/// The mean of the values of each group. `groups[i]` is the group of `values[i]`; a nil group is none, and a nil value
/// is missing: neither takes part. A group of which all values are missing has no entry.
///
/// groups ["a", "b", "a", nil], values [1, 5, 4, 9] → ["a": 2.5, "b": 5]
public func groupMeans(_ groups: [String?], _ values: [Double?]) throws -> [String: Double] {
    throw Unanswered("9.6")
}
