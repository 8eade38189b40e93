// exp, log, tanh and sigmoid, written for vectors.
//
// Each reduces its argument to a short interval and evaluates a polynomial there (for exp and log, the
// coefficients are those of S. Moshier's Cephes library, expf and logf). It is all plain
// arithmetic on one float without branches or calls, which is what the compiler needs to work
// on eight or sixteen elements of a loop at once. NaN stays NaN, infinities behave, and the
// error is below three units in the last place.

/// a · b + c in one step, rounded once.
@inline(__always) private func fused(_ a: Float, _ b: Float, _ c: Float) -> Float { c.addingProduct(a, b) }

/// Adding and subtracting 1.5 · 2²³ rounds a float to the nearest whole number, and leaves
/// that number in the low bits on the way.
@inline(__always) private var roundingShift: Float { 12_582_912 }

/// 2ⁿ for whole -126...127, made by writing n into the exponent bits.
@inline(__always) private func powerOfTwo(_ n: Int32) -> Float {
    Float(bitPattern: UInt32(bitPattern: (n &+ 127) &<< 23))
}

/// eˣ. With n = round(x / ln 2) and r = x - n ln 2:  eˣ = 2ⁿ eʳ,  |r| ≤ 0.35.
@inline(__always) func exp(_ x: Float) -> Float {
    // Beyond these bounds the result is 0 or infinity anyway; NaN compares false and stays.
    var x = x < -105 ? -105 : x
    x = x > 90 ? 90 : x
    let (r, n) = reduced(x)
    // In two steps, since 2ⁿ alone may be too small or too large for a float.
    let half = n &>> 1
    return (growthNearZero(r) + 1) * powerOfTwo(half) * powerOfTwo(n &- half)
}

/// r and n of x = n ln 2 + r.
@inline(__always) private func reduced(_ x: Float) -> (r: Float, n: Int32) {
    let shifted = fused(x, 1.44269504088896341, roundingShift)
    let n = shifted - roundingShift
    let r = fused(n, 2.12194440e-4, fused(n, -0.693359375, x))  // ln 2 in two parts
    return (r, Int32(bitPattern: shifted.bitPattern) &- Int32(bitPattern: roundingShift.bitPattern))
}

/// eˣ for x ≤ 0, in fewer steps: it cannot overflow, and what is too small for a normal float is 0.
@inline(__always) func expOfNegative(_ x: Float) -> Float {
    expWithoutBounds(x < -88 ? -88 : x)
}

/// eˣ between -87.6 and 88.3; what is beyond, by at most 1, is 0 or infinity.
@inline(__always) private func expWithoutBounds(_ x: Float) -> Float {
    let (r, n) = reduced(x)
    return (growthNearZero(r) + 1) * powerOfTwo(n)
}

/// eˣ - 1 for x ≤ 0. Near 0, where 1 would swallow the digits of x, it is the polynomial alone.
@inline(__always) func growthOfNegative(_ x: Float) -> Float {
    let (r, n) = reduced(x < -88 ? -88 : x)
    let power = powerOfTwo(n)
    return fused(power, growthNearZero(r), power - 1)
}

/// eʳ - 1 for |r| ≤ 0.35
@inline(__always) private func growthNearZero(_ r: Float) -> Float {
    var p = fused(r, 1.9875691500e-4, 1.3981999507e-3)
    p = fused(p, r, 8.3334519073e-3)
    p = fused(p, r, 4.1665795894e-2)
    p = fused(p, r, 1.6666665459e-1)
    p = fused(p, r, 5.0000001201e-1)
    return fused(p, r * r, r)
}

/// ln x. With x = m 2ᵉ and m between √½ and √2:  ln x = ln m + e ln 2.
@inline(__always) func log(_ x: Float) -> Float {
    // Numbers below the smallest normal one are scaled up first, by 2²³.
    let tiny = x < Float.leastNormalMagnitude
    let bits = Int32(bitPattern: (tiny ? x * 8_388_608 : x).bitPattern)
    var e = Float((bits &>> 23) &- (tiny ? 126 + 23 : 126))
    var m = Float(bitPattern: UInt32(bitPattern: bits & 0x7F_FFFF | 0x3F00_0000))  // 0.5 ..< 1
    let small = m < 0.707106781186547524
    e = small ? e - 1 : e
    m = (small ? m + m : m) - 1
    var p = fused(m, 7.0376836292e-2, -1.1514610310e-1)
    p = fused(p, m, 1.1676998740e-1)
    p = fused(p, m, -1.2420140846e-1)
    p = fused(p, m, 1.4249322787e-1)
    p = fused(p, m, -1.6668057665e-1)
    p = fused(p, m, 2.0000714765e-1)
    p = fused(p, m, -2.4999993993e-1)
    p = fused(p, m, 3.3333331174e-1)
    let square = m * m
    var y = fused(square, -0.5, fused(e, -2.12194440e-4, p * m * square))
    y = fused(e, 0.693359375, m + y)
    y = x == .infinity ? .infinity : y
    y = x == 0 ? -.infinity : y
    return x >= 0 ? y : .nan  // negative numbers and NaN
}

/// tanh x = 1 - 2 / (e²ˣ + 1) for x ≥ 0, and a polynomial where that would cancel. The sign is put back at the end.
@inline(__always) func tanh(_ x: Float) -> Float {
    let t = x.magnitude
    let (r, n) = reduced(t > 10 ? 20 : t + t)  // beyond 10 it is 1
    let power = powerOfTwo(n)
    let far = 1 - 2 / fused(power, growthNearZero(r), power + 1)
    let y = t < 0.55 ? tanhNearZero(t) : far
    return Float(bitPattern: y.bitPattern | x.bitPattern & 0x8000_0000)
}

/// tanh t for |t| ≤ 0.55, fitted for the smallest relative error.
@inline(__always) private func tanhNearZero(_ t: Float) -> Float {
    let square = t * t
    var p = fused(square, -6.2742214650e-3, 2.1071664989e-2)
    p = fused(p, square, -5.3852304816e-2)
    p = fused(p, square, 1.3332585990e-1)
    p = fused(p, square, -3.3333316445e-1)
    return fused(t * square, p, t)
}

/// 1 / (1 + e⁻ˣ)
@inline(__always) func sigmoid(_ x: Float) -> Float {
    // Beyond 89 the power of two becomes infinite, and the result 0.
    1 / (1 + expWithoutBounds(x < -89 ? 89 : x > 80 ? -80 : -x))
}
