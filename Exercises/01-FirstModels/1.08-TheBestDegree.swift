// Exercise 1.8 · The best degree
// Section 1.5, question 1.22: Chapters/01-FirstModels/05e-Overfitting.swift

import Practice

/// The degree of the polynomial that does best on points that it was not fitted to.
///
/// For each degree from 0 to `most`, fit a polynomial to the points (xs, ys), with `fittedPolynomial` of chapter 1. Of
/// all of them, return the degree of the one whose mean squared distance from the points (newXs, newYs) is smallest; of
/// several equally good ones, the lowest degree.
///
/// Return nil if there are no points to fit to or to judge by, or if lists that belong together differ in length, or if
/// `most` is below 0. A degree that has more parameters than there are points to fit to is not tried.
public func bestDegree(
    _ xs: [Double], _ ys: [Double], _ newXs: [Double], _ newYs: [Double], most: Int
) throws -> Int? {
    throw Unanswered("1.8")
}
