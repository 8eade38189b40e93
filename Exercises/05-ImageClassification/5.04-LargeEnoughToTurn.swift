// Exercise 5.4 · Large enough to be turned
// Section 5.2: Chapters/05-ImageClassification/02b-EmptyCorners.swift

import Foundation
import Practice

/// The side of the smallest square, in whole pixels, that can be turned around its middle by any angle up to `degrees`,
/// in either direction, so that an upright square of `size` pixels in its middle is still filled.
///
/// It goes by geometry: a corner of the small square may lie on the edge of the turned one, but not beyond. `degrees`
/// is from 0 to 180. Rounding up must not be fooled by the last bits of a `Double`: where the exact length is a whole
/// number, that is the result.
public func sideForTurns(size: Int, degrees: Double) throws -> Int {
    throw Unanswered("5.4")
}
