// Exercise 19.11 · LogSumExp in one pass
// Section 19.5: Chapters/19-LearnerFromScratch/05b-LogSumExp.swift

import Practice

/// ln Σ eˣ of numbers that come one by one and are not kept: `logSumExp` needs the largest before it begins, and you
/// learn of it only when it comes. `numbers.next()` is the next number, nil at the end. Go through them once, without
/// an array. (The check cannot see whether you keep them. Think of ten billion numbers.)
///
/// Nothing may overflow, whatever the order of the numbers. Some of them may be -∞ (e to the power of it is 0), even
/// all; of no numbers at all, and of nothing but -∞, the result is -∞. None is +∞ or NaN.
public func logSumExp(of numbers: AnyIterator<Float>) throws -> Float {
    throw Unanswered("19.11")
}
