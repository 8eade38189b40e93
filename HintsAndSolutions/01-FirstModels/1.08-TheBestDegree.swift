// Nudge: The points that a curve was fitted to say nothing about its degree: the highest always wins there.
// Idea: A loop over the degrees; fit with the first points, sum up squared distances with the others, and remember the
//   best so far.
// Almost: A polynomial of degree d has d + 1 parameters, so degrees end at min(most, xs.count - 1).
//   `polynomial(coefficients, at: x)` gives its value. Replace the best only where the error is smaller, not where it
//   is equal.

import Chapter01

public func bestDegree(
    _ xs: [Double], _ ys: [Double], _ newXs: [Double], _ newYs: [Double], most: Int
) throws -> Int? {
    guard !xs.isEmpty, !newXs.isEmpty, xs.count == ys.count, newXs.count == newYs.count, most >= 0 else { return nil }
    var best: (degree: Int, error: Double)?
    for degree in 0...min(most, xs.count - 1) {
        let coefficients = fittedPolynomial(degree: degree, xs, ys)
        let error = zip(newXs, newYs).reduce(0) { sum, point in
            let distance = polynomial(coefficients, at: point.0) - point.1
            return sum + distance * distance
        }
        if best == nil || error < best!.error { best = (degree, error) }
    }
    return best?.degree
}
