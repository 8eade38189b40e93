// The error function, and what is built on it: the bell curve's share below x, and gelu.
//
// Like the functions of VectorMath.swift these are branch-free formulas for vectors: both halves
// are computed and one is chosen. The polynomials are N. Juffa's (in his answers on stackoverflow.com
// on fast erff), good to about one unit in the last place.

/// erf x for |x| ≤ 0.93
@inline(__always) private func erfNearZero(_ x: Float) -> Float {
    let square = x * x
    var p = square * -5.96761703e-4 + 4.99119423e-3
    p = p * square - 2.67681349e-2
    p = p * square + 1.12819925e-1
    p = p * square - 3.76125336e-1
    p = p * square + 1.28379166e-1
    return p * x + x
}

/// 1 - erf t for t > 0.92, as e to the power of a polynomial
@inline(__always) private func erfTail(_ t: Float) -> Float {
    var p = (t * -1.72853470e-5 + 3.83197126e-4) * (t * t) + (t * -3.88396438e-3 + 2.42546219e-2)
    p = p * t - 1.06777877e-1
    p = p * t - 6.34846687e-1
    p = p * t - 1.28717512e-1
    return exp(p * t - t)
}

private var seam: Float { 0.927734375 }

/// erf x = 2/√π ∫₀ˣ e^(-t²) dt
@inline(__always) func erf(_ x: Float) -> Float {
    let far = 1 - erfTail(x.magnitude)
    return x.magnitude > seam ? (x < 0 ? -far : far) : erfNearZero(x)
}

/// Φ(x) = (1 + erf(x / √2)) / 2: how much of the bell curve lies below x
@inline(__always) func normalShare(_ x: Float) -> Float {
    let t = x * 0.70710678
    let tail = 0.5 * erfTail(t.magnitude)  // taking 1 - tail from 1 would lose more of it
    return t.magnitude > seam ? (t < 0 ? tail : 1 - tail) : 0.5 + 0.5 * erfNearZero(t)
}

/// gelu x = x Φ(x)
@inline(__always) func gelu(_ x: Float) -> Float { x * normalShare(x) }

/// Its derivative, Φ(x) + x e^(-x²/2) / √2π
@inline(__always) func geluSlope(_ x: Float) -> Float {
    normalShare(x) + x * exp(x * x * -0.5) * 0.39894228
}

/// ln(1 + eˣ) = max(x, 0) + ln(1 + e^(-|x|)): no power overflows
@inline(__always) func softplus(_ x: Float) -> Float {
    let small = exp(-x.magnitude)
    // Rounding 1 + small drops digits; the second term puts them back.
    let sum = 1 + small
    return (x > 0 ? x : 0) + (log(sum) + (small - (sum - 1)) / sum)
}
