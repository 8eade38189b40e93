// Exercise 2.4 · Behind the rates
// Section 2.3: Chapters/02-ModelToProduction/03d-HowManyWereThere.swift

import Practice

/// How many photos may have been judged, if these error rates are all that is known?
///
/// Each rate is a number of wrong photos divided by the number of all, rounded to so many decimals as its text has
/// after the dot: "0.5" has one, "0.0873" has four, "1" none. All rates are about the same number of photos. A rate
/// that lies exactly half-way between two printed ones may have become either.
///
/// Returns all numbers of photos from 1 to `most` that explain every rate, in order; [] if a text is no number.
///
/// Example: ["0.5"] and most 6 → [2, 4, 6]. (One of 2; 2 of 4; 3 of 6. And 0.4 or 0.6, of 5 photos, are not 0.5.)
public func photosBehind(_ rates: [String], most: Int) throws -> [Int] {
    throw Unanswered("2.4")
}
