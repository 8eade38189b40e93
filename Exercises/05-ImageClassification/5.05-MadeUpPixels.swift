// Exercise 5.5 · How many pixels are made up?
// Section 5.2: Chapters/05-ImageClassification/02c-TwoSteps.swift

import Practice
import Tensors
import Vision

/// The share of a new picture's pixels that show something beyond the old picture, when one map after the other moves
/// the old picture's points.
///
/// The maps are in the order in which they are made. A pixel of the new picture belongs to its middle: that of the
/// pixel in column x and row y is (x + 0.5, y + 0.5). It shows the point of the old picture that the maps move there.
/// The old picture reaches from 0 to its width and from 0 to its height; its edge belongs to it. All maps can be turned
/// back.
public func madeUpShare(_ maps: [PlaneMap], from old: Size2D, to new: Size2D) throws -> Double {
    throw Unanswered("5.5")
}
