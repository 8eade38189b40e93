// Nudge: cos(a + b) can be written with the cosines and the sines of a and b alone.
// Idea: cos(a + b) = cos a · cos b - sin a · sin b. The cosines are the stretched numbers themselves. And sine and
//   cosine lie on a circle of radius 1.
// Almost: With x stretched to -1…1, the pixel is `x[i] * x[j] - root(x[i]) * root(x[j])`, where `root(x)` is the square
//   root of `max(0, 1 - x * x)`: rounding may leave x a little above 1.

public func summationField(_ series: [Double]) throws -> [[Double]] {
    let (low, high) = (series.min() ?? 0, series.max() ?? 0)
    let cosines = series.map { low < high ? 2 * ($0 - low) / (high - low) - 1 : 0 }
    let sines = cosines.map { max(0, 1 - $0 * $0).squareRoot() }
    return cosines.indices.map { i in
        cosines.indices.map { j in cosines[i] * cosines[j] - sines[i] * sines[j] }
    }
}
