// Exercise 9.5 · What day is it?
// Section 9.4, question 9.10: Chapters/09-TabularModeling/04-DateParts.swift

import Practice

/// The weekday of a date from 1970 to 2099: 0 for Monday to 6 for Sunday. 1 January 1970 was a Thursday. Count the days
/// since then: a year has 365 of them, every fourth one (1972, 1976, … also 2000) 366, with 29 in February.
///
/// nil for a date that is none, such as 30 February or month 13, and for years outside of 1970...2099.
///
/// 2006, 11, 16 → 3
public func weekday(year: Int, month: Int, day: Int) throws -> Int? {
    throw Unanswered("9.5")
}
