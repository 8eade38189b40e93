// Exercise 15.6 · How much more data?
// Section 15.6, question 15.17: Chapters/15-Architectures/06b-FiveSteps.swift

import Practice

/// The first of the five steps is more data. How many pictures would it take?
///
/// Error rates often fall along a power of the number of pictures: error = a · n^(-b). In a picture with logarithms on
/// both axes that is a straight line: ln error = ln a - b · ln n. Given are a few trainings, each with its number of
/// pictures and its error. Lay the straight line through them that has the smallest sum of squared distances (of ln
/// error, up and down), and return how many pictures it takes to come down to `target`, rounded up. Logarithms are not
/// exact: take away a billionth of the result before rounding, so that 1600.0000000001 is 1600.
///
/// nil where this cannot be said: if there are no two different numbers of pictures; if the line does not fall (b is
/// not above 0); if a number of pictures is below 1, or an error or the target is not above 0; or if it would take more
/// than a billion pictures.
///
/// Example: 100 pictures give an error of 0.4, 400 give 0.2 → 1600 for 0.1. (Four times the pictures, half of the
/// error.)
public func picturesNeeded(_ trainings: [(pictures: Int, error: Double)], target: Double) throws -> Int? {
    throw Unanswered("15.6")
}
