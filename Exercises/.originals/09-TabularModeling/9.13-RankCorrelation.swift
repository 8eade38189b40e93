// Exercise 9.13 · The correlation of ranks
// Section 9.6: Chapters/09-TabularModeling/06d-RedundantColumns.swift

import Practice

/// Spearman's correlation of two columns: that of their ranks. (What the book's `cluster_columns` begins with.)
///
/// The smallest value has rank 1. Equal values share the mean of their places: of [7, 3, 7] the ranks are [2.5, 1,
/// 2.5]. The correlation of a and b is Σ (a − mean a)(b − mean b) / √(Σ (a − mean a)² · Σ (b − mean b)²). nil if all
/// values of one column are equal, or there are none. Both columns are equally long.
///
/// [1, 2, 3], [10, 100, 1000] → 1
public func rankCorrelation(_ a: [Double], _ b: [Double]) throws -> Double? {
    throw Unanswered("9.13")
}
