// Exercise 14.18 · One map for several changes
// Section 14.1: Chapters/14-ResidualNets/01c-Presizing.swift

import Practice

/// Several changes of a picture as one map, so that its colours are interpolated once. Without tensors.
///
/// A change is a matrix of three rows of three numbers, as on the page: for a place (x, y, 1) of the new picture, it
/// gives where in the picture *before* that change its colour is found. `changes` are in the order in which the picture
/// undergoes them. The result takes a place of the last picture to one of the first.
///
/// A map and its multiples are the same, for the third number divides the other two. Return the one whose last entry,
/// in the lower right corner, is 1; this entry is never 0. Without changes every place is found where it is.
public func oneMap(_ changes: [[[Double]]]) throws -> [[Double]] {
    throw Unanswered("14.18")
}
