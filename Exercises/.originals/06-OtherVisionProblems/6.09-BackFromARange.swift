// Exercise 6.9 · Back from a range
// Section 6.4, question 6.15: Chapters/06-OtherVisionProblems/04h-SigmoidRange.swift

import Practice

/// Which numbers does a net have to give before its last layer, `sigmoidRange(x, low, high)`, so that these come out?
///
/// What lies at the lower bound or below it is never reached: answer -infinity. What lies at the upper bound or above
/// it: infinity. `low` is below `high`.
public func beforeTheRange(_ outputs: [Double], low: Double, high: Double) throws -> [Double] {
    throw Unanswered("6.9")
}
