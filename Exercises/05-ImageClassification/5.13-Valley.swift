// Exercise 5.13 · The valley of a search
// Section 5.6, question 5.16: Chapters/05-ImageClassification/06c-TwoSuggestions.swift

import Practice

/// The third rule for choosing a rate from the finder's curve, the one that the book's library uses today: the middle
/// of the longest fall.
///
/// A fall is a choice of points from left to right, not necessarily neighbours, in which each loss is lower than that
/// of the point before. A single point is a fall, too. Find a fall with as many points as possible. If its first point
/// is number a and its last one number b, counted from 0 in `losses`, the answer is the rate of point (a + b) / 2,
/// rounded down. If there are several longest falls, take one of those that end first.
///
/// No points are left out at the ends, but losses that are not a number belong to no fall. `rates` and `losses` have
/// equally many entries. nil where no loss is a number.
public func valleyRate(_ rates: [Float], _ losses: [Float]) throws -> Float? {
    throw Unanswered("5.13")
}
