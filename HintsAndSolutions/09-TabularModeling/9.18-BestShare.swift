// Nudge: Write the mixture as b + s·(a − b). Then it is a line through the origin that is fitted to y − b.
// Idea: With d = a − b and r = y − b, the error is Σ (r − s·d)². Its derivative with respect to s is 0 at one place.
// Almost: s = Σ d·r / Σ d². Where Σ d² is 0, return 0.5; and do not go below 0 or above 1.

public func bestShare(_ a: [Double], _ b: [Double], for y: [Double]) throws -> Double {
    let differences = zip(a, b).map { $0 - $1 }, rest = zip(y, b).map { $0 - $1 }
    let squares = differences.reduce(0) { $0 + $1 * $1 }
    guard squares > 0 else { return 0.5 }
    return min(1, max(0, zip(differences, rest).reduce(0) { $0 + $1.0 * $1.1 } / squares))
}
