// Exercise 98.1 · Halve it
// Section 98.1, question 98.1: Chapters/98-Doubling/01-Numbers.swift

import Practice

/// Returns half of x, rounded towards zero: 5 → 2, -5 → -2.
public func half(_ x: Int) throws -> Int {
    throw Unanswered("98.1")
}
