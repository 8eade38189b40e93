// Activations of the form x · gate(x): silu, mish and hard swish, and their slopes.
//
// Written like the functions of VectorMath.swift. Where the gate is 0 and x infinite, the product is NaN.

/// sigmoid x and sigmoid(-x), both exact where they are small.
@inline(__always) private func sigmoids(_ x: Float) -> (of: Float, ofNegative: Float) {
    let small = exp(-x.magnitude)
    let large = 1 / (1 + small)
    let rest = small * large
    return x < 0 ? (rest, large) : (large, rest)
}

/// silu x = x · sigmoid x
@inline(__always) func silu(_ x: Float) -> Float { x * sigmoids(x).of }

/// Its derivative, s + x s (1 - s) with s = sigmoid x
@inline(__always) func siluSlope(_ x: Float) -> Float {
    let s = sigmoids(x)
    return s.of * (1 + x * s.ofNegative)
}

// With e = eˣ and n = e (e + 2), tanh(ln(1 + e)) is n / (n + 2). Beyond 20 it is 1, and its slope 0.

/// mish x = x tanh(ln(1 + eˣ))
@inline(__always) func mish(_ x: Float) -> Float {
    let e = exp(x > 20 ? 20 : x)
    let n = e * (e + 2)
    return x * (n / (n + 2))
}

/// Its derivative, n / (n + 2) + x · 4 e (1 + e) / (n + 2)²
@inline(__always) func mishSlope(_ x: Float) -> Float {
    let e = exp(x > 20 ? 20 : x)
    let n = e * (e + 2)
    let slope = 4 * e * (1 + e) / ((n + 2) * (n + 2))
    return n / (n + 2) + x * (x > 20 ? 0 : slope)
}

/// hardSwish x = x · (x + 3, kept between 0 and 6) / 6
@inline(__always) func hardSwish(_ x: Float) -> Float {
    let sum = x + 3
    return x * ((sum < 0 ? 0 : (sum > 6 ? 6 : sum)) / 6)
}

/// Its derivative, 0 up to -3, 1 from 3 on, and x / 3 + ½ in between
@inline(__always) func hardSwishSlope(_ x: Float) -> Float { x <= -3 ? 0 : (x >= 3 ? 1 : x / 3 + 0.5) }
