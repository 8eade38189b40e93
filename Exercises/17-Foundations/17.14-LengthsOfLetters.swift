// Exercise 17.14 · Equations with and without an arrow
// Section 17.6, question 17.25: Chapters/17-Foundations/06b-ReadingAnEquation.swift

import Practice

/// The length that each letter of an equation stands for, with operands of these shapes: "ik,kj->ij" with [2, 3] and
/// [3, 4] → i: 2, k: 3, j: 4.
///
/// nil if anything is wrong:
/// - there is not exactly one arrow `->`;
/// - there is a sign that is not one of the letters a to z and A to Z (spaces are allowed, and mean nothing);
/// - there are not as many groups of letters, separated by commas, as shapes;
/// - a group has not as many letters as its shape has axes (a group without letters is an operand without axes);
/// - a letter stands for two different lengths (a 1 is not repeated here), in one operand or in two;
/// - the result has a letter that no operand has, or has one twice.
public func lengthsOfLetters(_ equation: String, _ shapes: [[Int]]) throws -> [Character: Int]? {
    throw Unanswered("17.14")
}

/// The equation with an arrow. Libraries allow it to be left out; then the result has the letters that occur only once,
/// in alphabetical order (capitals first, as `sorted()` has them): "kj,ik" → "kj,ik->ij", "ba" → "ba->ab", "ii" →
/// "ii->".
///
/// An equation with one arrow stays as it is. Spaces are left out. nil if there are more arrows, or a sign that is not
/// a letter, a comma or the arrow.
public func withArrow(_ equation: String) throws -> String? {
    throw Unanswered("17.14")
}
