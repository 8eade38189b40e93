// Exercise 14.2 · The largest of any grid
// Section 14.2: Chapters/14-ResidualNets/02b-AnySize.swift

import Practice

/// Adaptive pooling by the largest number in place of the mean, for one channel as an array of rows, all equally long:
/// the result has `rows` rows of `columns` numbers. Windows are those of the page: place i of k along an axis of length
/// n covers the entries from ⌊i n / k⌋ to ⌈(i + 1) n / k⌉, without the last.
///
/// The result may be larger than the grid; then numbers occur more than once. The grid has at least one number, and
/// `rows` and `columns` are at least 1.
///
/// [[1, 2, 3], [4, 5, 6]] pooled to 1 × 2 is [[5, 6]]: the two windows share the column in the middle.
public func largestOfGrid(_ grid: [[Float]], rows: Int, columns: Int) throws -> [[Float]] {
    throw Unanswered("14.2")
}
