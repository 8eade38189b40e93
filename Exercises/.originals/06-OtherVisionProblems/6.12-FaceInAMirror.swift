// Exercise 6.12 · A face in a mirror
// Section 6.4, question 6.17: Chapters/06-OtherVisionProblems/04s-SixtyEightPoints.swift

import Practice

/// The points of a face after its picture was mirrored.
///
/// Points have names by their place in the list. In a mirror, the left corner of the mouth becomes the right one: what
/// stands at its place in the list afterwards must be the point that *looks* like a left corner then. `pairs` says
/// which names are exchanged: [0, 16] means that the points 0 and 16 are partners. A point that is in no pair, such as
/// the tip of the nose, keeps its name.
///
/// - Parameters:
///   - points: column and row of each, from the left and upper edge of the picture.
///   - width: of the picture.
public func faceInAMirror(_ points: [[Double]], width: Double, pairs: [[Int]]) throws -> [[Double]] {
    throw Unanswered("6.12")
}
