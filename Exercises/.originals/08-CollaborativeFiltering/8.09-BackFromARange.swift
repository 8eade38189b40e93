// Exercise 8.9 · Back from a range
// Section 8.4: Chapters/08-CollaborativeFiltering/04c-Range.swift

import Practice

/// Which dot product gives a rating, by a range from low to high? And how steep is the range there?
///
/// x is where low + (high - low) · σ(x) = rating, and the slope is that of this function at x: how much the rating
/// changes for a small change of x. It can be written with the rating alone, without an exponential.
///
/// 5 in the range from 0 to 5.5 → x = ln 10 = 2.3026, slope 0.4545.
///
/// nil where no number gives the rating: at the ends of the range and outside.
public func pointInRange(of rating: Double, low: Double, high: Double) throws -> (x: Double, slope: Double)? {
    throw Unanswered("8.9")
}
