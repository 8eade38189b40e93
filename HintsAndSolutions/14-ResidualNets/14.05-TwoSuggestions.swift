// Nudge: First make one list of points of the two arrays, without those that cannot be used. After that it is two
//   searches for a smallest number.
// Idea: `zip(rates, losses).filter { $0.1.isFinite }` are the points. The slopes belong to pairs of neighbours:
//   `zip(points, points.dropFirst())`.
// Almost: `min(by:)` gives the first of several that are equally small. So `points.min { $0.1 < $1.1 }` has the lowest
//   loss, and `slopes.indices.min { slopes[$0] < slopes[$1] }` is the place of the steepest slope.

import Foundation

public func rateSuggestions(
    rates: [Double], losses: [Double]
) throws -> (minimumTenth: Double, steepest: Double)? {
    let points = zip(rates, losses).filter { $0.1.isFinite }
    if points.count < 2 { return nil }
    let slopes = zip(points, points.dropFirst()).map { a, b in (b.1 - a.1) / (log(b.0) - log(a.0)) }
    let lowest = points.min { $0.1 < $1.1 }!
    let steepest = slopes.indices.min { slopes[$0] < slopes[$1] }!
    return (lowest.0 / 10, points[steepest].0)
}
