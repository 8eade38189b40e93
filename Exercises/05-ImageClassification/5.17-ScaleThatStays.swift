// Exercise 5.17 · A scale that stays
// Section 5.6, question 5.23: Chapters/05-ImageClassification/06n-MixedPrecision.swift

import Practice

/// A loss scale that is chosen once, from gradients of a training in single precision.
///
/// `scale` is the largest power of two, from 1 to `largest`, with which none of the gradients becomes infinite when it
/// is multiplied by the scale and then rounded to half precision; 1 if there is no such power. `largest` is at least 1,
/// and need not be a power of two itself. `half` of `Chapter05` rounds. All gradients are finite.
///
/// `lost` says how many gradients that are not 0 become 0 by rounding: first without any scale, then with this one.
public func scaleThatStays(
    _ gradients: [Float], largest: Float
) throws -> (scale: Float, lost: [Int]) {
    throw Unanswered("5.17")
}
