// Exercise 17.8 · Any number of shapes
// Section 17.5, question 17.16: Chapters/17-Foundations/05-Rules.swift

import Practice

/// The shape that tensors of all these shapes have in common when they are broadcast together.
/// [5, 1, 4], [3, 1] and [4] → [5, 3, 4]; [64, 3, 28, 28], [3, 1, 1] and [] → [64, 3, 28, 28].
///
/// nil if two of them clash: [2, 1], [3] and [4] → nil. A length of 0 obeys the rule like any other: a 1 that meets it
/// becomes 0, and everything but 0 and 1 clashes with it. A single shape is its own answer; no shapes at all have the
/// shape of a number, [].
public func commonShape(_ shapes: [[Int]]) throws -> [Int]? {
    throw Unanswered("17.8")
}
