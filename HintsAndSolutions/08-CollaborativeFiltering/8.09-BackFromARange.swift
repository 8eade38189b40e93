// Nudge: Which share of the way from low to high is the rating? That share is σ(x).
// Idea: σ(x) = s means x = ln(s / (1 - s)). And the slope of the sigmoid is s · (1 - s).
// Almost: s is `(rating - low) / (high - low)`, and there is an answer only if it is above 0 and below 1. Stretching
//   the sigmoid to the range makes it steeper: by which factor?

import Foundation

public func pointInRange(of rating: Double, low: Double, high: Double) throws -> (x: Double, slope: Double)? {
    let s = (rating - low) / (high - low)
    guard s > 0, s < 1 else { return nil }
    return (log(s / (1 - s)), (high - low) * s * (1 - s))
}
