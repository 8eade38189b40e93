// Nudge: Which share of the way from low to high is the rating? That share is σ(x).
// Idea: σ(x) = s means x = ln(s / (1 - s)). And the slope of the sigmoid is s · (1 - s).
// Almost: With `s = (rating - low) / (high - low)`, the answer is `(log(s / (1 - s)), (high - low) * s * (1 - s))`, if
//   s is above 0 and below 1.

import Foundation

public func pointInRange(of rating: Double, low: Double, high: Double) throws -> (x: Double, slope: Double)? {
    let s = (rating - low) / (high - low)
    guard s > 0, s < 1 else { return nil }
    return (log(s / (1 - s)), (high - low) * s * (1 - s))
}
