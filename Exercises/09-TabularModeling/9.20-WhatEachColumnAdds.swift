// Exercise 9.20 · What each column adds
// Section 9.6: Chapters/09-TabularModeling/06h-Contributions.swift

import Practice

/// A forest's prediction for one row, taken apart: the bias, and behind it what each of the `count` columns has added.
///
/// For each tree there is the row's way from the root to its leaf: `means` has the mean of every node on it, and
/// `columns` the column that each node asks for, all but the leaf. So `columns` is one shorter. A tree may ask for a
/// column several times, or be a leaf at once. The bias is the mean over the trees of what is at the root; a column's
/// number is the mean over all trees, also those that never ask for it. All numbers together are the prediction.
///
/// One tree with the means [[10, 8, 9]] that asks for the columns [[2, 0]], of 3 → [10, 1, 0, -2]. No trees → zeros.
public func whatEachColumnAdds(means: [[Double]], columns: [[Int]], count: Int) throws -> [Double] {
    throw Unanswered("9.20")
}
