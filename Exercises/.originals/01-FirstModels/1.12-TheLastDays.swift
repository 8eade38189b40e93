// Exercise 1.12 · The last days
// Section 1.10, question 1.21: Chapters/01-FirstModels/10c-TheFuture.swift

import Practice

/// Divides rows with dates: the latest days are for validation, all others to learn from.
///
/// `days` has the day of each row, as a number; the rows are in no order, and there may be many rows of one day. As
/// many of the latest days are held back as are needed for at least `share` of the rows; but no day is ever in both
/// parts, and the earliest day is always learned from. The share is above 0 and below 1; at least share · n rows
/// means that 0.2 of 11 rows are 3.
///
/// The results are places in `days`, both in ascending order. With fewer than two different days, nothing is held back.
///
/// [5, 9, 5, 7, 9, 6], share 0.4 → train [0, 2, 5], valid [1, 3, 4]: two rows of day 9 are too few, so day 7 comes
/// along.
public func splitByDay(_ days: [Int], share: Double) throws -> (train: [Int], valid: [Int]) {
    throw Unanswered("1.12")
}
