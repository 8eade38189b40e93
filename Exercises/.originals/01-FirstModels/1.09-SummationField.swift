// Exercise 1.9 · The field of sums
// Section 1.7, question 1.27: Chapters/01-FirstModels/07c-SeriesAsPictures.swift

import Practice

/// The Gramian angular *summation* field of a series: the relative of the page's picture in which the pixel in row i
/// and column j is the cosine of the *sum* of both angles.
///
/// The series is stretched such that its smallest number becomes -1 and its largest 1, and each number is taken for
/// the cosine of an angle from 0 to π. But you may not ask for any angle: no `acos`, no `cos`, no `sin`. Square roots
/// are allowed. (What is the sine of an angle whose cosine is x?)
///
/// A series that is the same everywhere, of at least one number, is taken for right angles: it becomes 0 everywhere
/// before the angles are taken. An empty series gives an empty field.
///
/// [0, 1, 2] → [[1, 0, -1], [0, -1, 0], [-1, 0, 1]]
public func summationField(_ series: [Double]) throws -> [[Double]] {
    throw Unanswered("1.9")
}
