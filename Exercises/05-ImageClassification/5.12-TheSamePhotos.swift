// Exercise 5.12 · Judged by the same photos
// Section 5.5: Chapters/05-ImageClassification/05f-CountedErrors.swift

import Practice

/// How much the error rates of two nets differ, and how far chance may move that difference. Given is for each of n
/// photos whether the first net was wrong, and whether the second one was.
///
/// - `difference`: the error rate of the first net, less that of the second.
/// - `apart`: the standard deviation of the difference, if each net had been judged by n photos of its own. On the
///   page, a count of wrong photos has the deviation √(n p (1 - p)); for an error rate that is √(p (1 - p) / n). Where
///   chance moves two rates, and one knows nothing of the other, the squares of their deviations add up.
/// - `together`: the same for photos that both have judged, as these were. Each photo has a difference of its own: 1 if
///   only the first net is wrong, -1 if only the second is, else 0. The difference of the rates is the mean of these
///   numbers; its deviation is theirs (the root of the mean square of the distances from their mean), divided by √n.
///
/// Example: first [true, true, false, false], second [true, false, false, false] → difference 0.25, apart 0.3307,
/// together 0.2165.
///
/// nil if there are no photos.
///
/// When it is right, try some lists: for which nets is `together` much smaller than `apart`? Can it be larger?
public func compared(
    isFirstWrong: [Bool], isSecondWrong: [Bool]
) throws -> (difference: Double, apart: Double, together: Double)? {
    throw Unanswered("5.12")
}
