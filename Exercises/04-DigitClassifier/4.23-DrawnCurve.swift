// Exercise 4.23 · A curve, drawn
// Section 4.11, questions 4.21 and 4.34: Chapters/04-DigitClassifier/11-Sigmoid.swift

import Practice

/// Draws a function with characters: `rows` lines of `columns` characters each, the top one first, with `*` on the
/// curve and spaces elsewhere. The check has you draw the sigmoid, and ReLU (which is max(x, 0)).
///
/// The first column is at the lower bound of `x`, the last one at its upper bound, the others evenly spaced between. In
/// the same way the last row is at the lower bound of `y`, the first one at its upper bound. In each column there is
/// one star, in the row nearest to f(x); or none, if f(x) is not within `y`. There are at least two columns and two
/// rows.
///
///     drawn({ $0 }, x: 0...2, y: 0...1, columns: 5, rows: 3)   →   ["  *  ", " *   ", "*    "]
public func drawn(
    _ f: (Float) -> Float, x: ClosedRange<Float>, y: ClosedRange<Float>, columns: Int, rows: Int
) throws -> [String] {
    throw Unanswered("4.23")
}
