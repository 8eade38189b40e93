// exp, log, tanh and sigmoid, written for vectors.
//
// Each reduces its argument to a short interval and evaluates a polynomial there (the
// coefficients are those of S. Moshier's Cephes library, expf, logf and tanhf). All is plain
// arithmetic on one float without branches or calls, which is what the compiler needs to work
// on eight or sixteen elements of a loop at once. NaN stays NaN, infinities behave, and the
// error is below three units in the last place.

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
    let shifted = x * 1.44269504088896341 + roundingShift
    let n = shifted - roundingShift
    let bits = Int32(bitPattern: shifted.bitPattern) &- Int32(bitPattern: roundingShift.bitPattern)
    let r = x - n * 0.693359375 - n * -2.12194440e-4  // ln 2 in two parts
    let y = expNearZero(r)
    // In two steps, since 2ⁿ alone may be too small or too large for a float.
    let half = bits &>> 1
    return y * powerOfTwo(half) * powerOfTwo(bits &- half)
}

/// eˣ for x ≤ 0, in fewer steps: it cannot overflow, and what is too small for a normal float is 0.
@inline(__always) func expOfNegative(_ x: Float) -> Float {
    let bounded = x < -87 ? -87 : x
    let shifted = bounded * 1.44269504088896341 + roundingShift
    let n = shifted - roundingShift
    let bits = Int32(bitPattern: shifted.bitPattern) &- Int32(bitPattern: roundingShift.bitPattern)
    let r = bounded - n * 0.693359375 - n * -2.12194440e-4  // ln 2 in two parts
    let y = expNearZero(r) * powerOfTwo(bits)
    return x < -87 ? 0 : y
}

/// eʳ for |r| ≤ 0.35
@inline(__always) private func expNearZero(_ r: Float) -> Float {
    var p = r * 1.9875691500e-4 + 1.3981999507e-3
    p = p * r + 8.3334519073e-3
    p = p * r + 4.1665795894e-2
    p = p * r + 1.6666665459e-1
    p = p * r + 5.0000001201e-1
    return p * (r * r) + r + 1
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
    var p = m * 7.0376836292e-2 - 1.1514610310e-1
    p = p * m + 1.1676998740e-1
    p = p * m - 1.2420140846e-1
    p = p * m + 1.4249322787e-1
    p = p * m - 1.6668057665e-1
    p = p * m + 2.0000714765e-1
    p = p * m - 2.4999993993e-1
    p = p * m + 3.3333331174e-1
    let square = m * m
    var y = p * m * square + e * -2.12194440e-4 - square * 0.5
    y = m + y + e * 0.693359375
    y = x == .infinity ? .infinity : y
    y = x == 0 ? -.infinity : y
    return x >= 0 ? y : .nan  // negative numbers and NaN
}

/// tanh x: a polynomial near zero, 1 - 2 / (e²ˣ + 1) elsewhere.
@inline(__always) func tanh(_ x: Float) -> Float {
    let square = x * x
    var p = square * -5.70498872745e-3 + 2.06390887954e-2
    p = p * square - 5.37397155531e-2
    p = p * square + 1.33314422036e-1
    p = p * square - 3.33332819422e-1
    let near = p * square * x + x
    let far = 1 - 2 / (exp(x + x) + 1)
    return square < 0.390625 ? near : far  // |x| < 0.625
}

/// 1 / (1 + e⁻ˣ)
@inline(__always) func sigmoid(_ x: Float) -> Float { 1 / (1 + exp(-x)) }
