// Exercise 6.16 · Near enough
// Section 6.4: Chapters/06-OtherVisionProblems/04s-SixtyEightPoints.swift

import Practice
import Vision

/// The share of all points that are near enough.
///
/// A pixel is much in a small face, and little in a large one. So errors of faces are measured in the distance between
/// the outer corners of the eyes: a point is near enough if it is not further from its true place than `tolerance`
/// times that distance, in the true face. (Papers call this PCK, the percentage of correct key points.) Faces whose
/// true eyes are at one place cannot be measured, and do not count. A predicted point of which a coordinate is not a
/// number counts as wrong. If nothing can be measured, the share is 0.
///
/// - Parameters:
///   - predicted, truth: for each face, its points.
///   - eyes: the places of the two outer corners in each list.
public func nearEnough(
    _ predicted: [[Point]], _ truth: [[Point]], eyes: [Int], tolerance: Double
) throws -> Double {
    throw Unanswered("6.16")
}
