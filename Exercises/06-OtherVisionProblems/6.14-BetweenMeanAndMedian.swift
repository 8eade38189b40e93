// Exercise 6.14 · Between mean and median
// Section 6.5, question 6.16: Chapters/06-OtherVisionProblems/05c-MeanOrMedian.swift

import Practice

/// The answer with the least Huber loss to some labels that do not agree.
///
/// For an error e, P. J. Huber (1964) takes e² / 2 where |e| is at most `delta`, and delta · (|e| - delta / 2) beyond:
/// a square for small errors, a straight line for large ones. The loss of an answer is the sum over all labels. Give
/// the answer with the least, to within a millionth; where several have it, any of them. There is at least one label,
/// and `delta` is above 0.
public func huberAnswer(_ labels: [Double], delta: Double) throws -> Double {
    throw Unanswered("6.14")
}
