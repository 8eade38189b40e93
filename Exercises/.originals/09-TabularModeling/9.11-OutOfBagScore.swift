// Exercise 9.11 · The score out of the bag
// Section 9.5: Chapters/09-TabularModeling/05d-OutOfTheBag.swift

import Practice

/// R² of what a forest predicts out of the bag. (What the book's `get_oob` returns.)
///
/// predictions[t][i] is what tree t predicts for training row i, bags[t] the rows that tree t has learned from, some of
/// them several times. The prediction for a row is the mean of the trees that have not seen it; rows that all trees
/// have seen are left out, from the targets too.
///
/// R² = 1 − Σ (y − prediction)² / Σ (y − mean of y)², over the rows that are left. nil if no row is left, or all their
/// targets are equal.
///
/// predictions [[1, 2], [3, 4]], bags [[0, 0], [1, 1]], targets [3, 2] → row 0 is predicted 3, row 1 is predicted 2 → 1
public func outOfBagScore(_ predictions: [[Double]], bags: [[Int]], targets: [Double]) throws -> Double? {
    throw Unanswered("9.11")
}
