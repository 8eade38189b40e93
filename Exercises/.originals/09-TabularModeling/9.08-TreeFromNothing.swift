// Exercise 9.8 · A tree from nothing
// Section 9.4, further research 2: Chapters/09-TabularModeling/04e-FirstQuestion.swift

import Practice

/// What a decision tree predicts for a row, with everything written by you: the best question, the recursion, the end.
/// (The book's second item of further research: the decision tree from scratch.)
///
/// columns[c][i] is the value of column c in training row i, targets[i] what is to be predicted. A group of rows is cut
/// in two while fewer than `depth` questions lie above it and it can be cut, by the question `column ≤ threshold` that
/// leaves the smallest sum of squared differences from the means of both groups. Thresholds are the middles between
/// neighbouring different values. Of equally good questions the first counts: the first column, and there the smallest
/// threshold. The prediction is the mean target of the group that the row comes to.
///
/// columns [[1, 2, 3, 4]], targets [1, 1, 5, 7], depth 1, row [4] → 6 ; depth 2 → 7 ; depth 0 → 3.5
public func treePrediction(
    columns: [[Double]], targets: [Double], depth: Int, row: [Double]
) throws -> Double {
    throw Unanswered("9.8")
}
