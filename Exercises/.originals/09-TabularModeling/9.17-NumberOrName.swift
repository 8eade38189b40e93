// Exercise 9.17 · A number, or a name?
// Section 9.7: Chapters/09-TabularModeling/07d-ANetOfSales.swift

import Practice

/// How a net takes a column of whole numbers: its code for each row, or nil if the column has to stay a column of
/// numbers.
///
/// A column with more than `maxCard` different values in the training rows stays numbers, and so does one that must go
/// on beyond what has been seen (`mustGoOn`). Otherwise it is embedded: its different training values, sorted, have the
/// codes 1, 2, 3 …, and 0 is any other value.
///
/// train [7, 3, 7, 9], rows [9, 3, 8], maxCard 5 → [3, 1, 0]
public func codes(
    _ rows: [Int], train: [Int], maxCard: Int, mustGoOn: Bool
) throws -> [Int]? {
    throw Unanswered("9.17")
}
