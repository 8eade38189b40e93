// Exercise 17.9 · Expanding by hand
// Section 17.4, questions 17.17 and 17.22: Chapters/17-Foundations/04b-ExpandedViews.swift

import Practice

/// The strides with which a tensor is seen in a larger shape, without a number being copied. (What `expanded(to:)`
/// does.) [3] with the strides [1], seen as [3, 3] → [0, 1]; [3, 1] with the strides [1, 1], seen as [3, 4] → [1, 0].
///
/// Axes are added in front. An axis of length 1 may become any other length, also 0; every other axis has to keep its
/// length. Where the length stays the same, so does the stride, also that of a 1. nil if that is not possible, or if
/// the larger shape has fewer axes.
public func expandedStrides(_ shape: [Int], _ strides: [Int], to target: [Int]) throws -> [Int]? {
    throw Unanswered("17.9")
}
