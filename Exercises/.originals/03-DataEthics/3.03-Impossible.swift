// Exercise 3.3 · What cannot be
// Section 3.3, question 3.5: Chapters/03-DataEthics/03-FortyTwoBabies.swift

import Practice

/// The numbers of the rows that cannot be right, in order. A row of a register of people has the years in which
/// somebody was born, was entered, and, if so, was removed. In a right row nobody is entered before the year in which
/// they become 12, nobody is entered after 2026, and nobody is removed before they were entered.
///
/// The three lists are equally long; `removed` is nil for a row that is still there.
///
/// Born [2016, 1980], entered [2016, 1992], removed [nil, 2001] → [0]
public func impossibleRows(born: [Int], entered: [Int], removed: [Int?]) throws -> [Int] {
    throw Unanswered("3.3")
}
