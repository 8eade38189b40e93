// Exercise 17.22 · A gradient from the function alone
// Section 17.9, question 17.33: Chapters/17-Foundations/09e-GradientCheck.swift

import Practice

/// The gradient of a function of several numbers by central differences: how fast f rises with each of them, while the
/// others stay where they are.
///
/// The step h is 0.00001 for a number between -1 and 1, and as much larger as the number is larger: 0.00001 · |x|.
/// Divide by the distance between the two points *as they are* in the computer: near 12,345.678 the step itself is
/// rounded, and x + h and x - h are not exactly 2h apart. f is expensive: call it twice for each number and no more. No
/// numbers, no slopes: [] → [].
///
/// { $0[0] * $0[0] + 3 * $0[1] } at [2, 7] → [4, 3]
public func nudgedGradient(of f: ([Double]) -> Double, at x: [Double]) throws -> [Double] {
    throw Unanswered("17.22")
}
