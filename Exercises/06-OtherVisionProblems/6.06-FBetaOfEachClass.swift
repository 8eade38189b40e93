// Exercise 6.6 · F of each class
// Section 6.3, question 6.13: Chapters/06-OtherVisionProblems/03j-ClassByClass.swift

import Practice

/// F-beta of each class, from what is said and what is there: a row for each photo, a column for each class.
///
/// With precision P and recall R it is (1 + β²) P R / (β² P + R); counted, (1 + β²) right / (β² there + said). β says
/// how much more recall counts than precision: 1 gives F1, 2 weighs recall more. It is above 0. A class that is neither
/// said nor there, on no photo, has no F: nil in its place. The rows are equally long, and there are as many of both.
///
/// Example: said [[true, false], [true, true]], there [[true, false], [false, true]], β 1 → 2/3 and 1.
public func fBeta(said: [[Bool]], there: [[Bool]], beta: Double) throws -> [Double?] {
    throw Unanswered("6.6")
}
