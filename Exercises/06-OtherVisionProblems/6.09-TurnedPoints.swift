// Exercise 6.9 · Points of a turned photo
// Section 6.4, question 6.17: Chapters/06-OtherVisionProblems/04e-PointsThatMove.swift

import Practice

/// Where the points of a photo are after it was turned about its middle, counterclockwise as you see it.
///
/// A point is [x, y]. Both go from -1 to 1: x from the left edge to the right one, y from the upper edge downwards. The
/// photo keeps its size, so some of it is cut off. A point that is cut off is nil; one at the edge is still there.
///
/// A photo need not be square. [0.8, 0] in one that is twice as wide as high, turned by 30 degrees, is [0.693, -0.8].
///
/// - Parameters:
///   - width: of the photo, in pixels.
///   - height: of the photo, in pixels.
public func turnedPoints(
    _ points: [[Double]], degrees: Double, width: Double, height: Double
) throws -> [[Double]?] {
    throw Unanswered("6.9")
}
