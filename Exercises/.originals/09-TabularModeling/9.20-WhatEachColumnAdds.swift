// Exercise 9.20 · When to stop
// Section 9.8: Chapters/09-TabularModeling/08c-BoostingSettings.swift

import Practice

/// How many trees boosting trains, and how many of them it keeps, if it has patience. `errors` are the validation
/// errors with 1, 2, 3 … trees, as long as one would go on.
///
/// It stops as soon as `patience` trees in a row have not made the error smaller than the smallest so far, and keeps as
/// many as had the smallest error; the fewest, if there are several. [3, 2, 2, 4, 1] with a patience of 2 → [4, 2], for
/// trees 3 and 4 are no better than the 2 trees before, and what the fifth would have done is never seen. No errors at
/// all → [0, 0].
public func stopping(_ errors: [Double], patience: Int) throws -> [Int] {
    throw Unanswered("9.20")
}
