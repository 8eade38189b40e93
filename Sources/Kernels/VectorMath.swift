// exp, log, tanh and sigmoid of sixteen numbers at once.
//
// Each reduces its argument to a short interval and evaluates a polynomial there (the
// coefficients are those of S. Moshier's Cephes library, expf, logf and tanhf). All is plain
// arithmetic without branches: NaN stays NaN, infinities behave, and the error is below two
// units in the last place.

/// Sixteen floats: one AVX-512 register, or two AVX2 ones.
@usableFromInline typealias Vector = SIMD16<Float>
@usableFromInline typealias VectorBits = SIMD16<Int32>

extension Vector {
    @inline(__always) init(_ value: Float) { self.init(repeating: value) }

    /// Lane by lane: `self` where the mask is set, else `other`.
    @inline(__always) func or(_ other: Vector, where mask: SIMDMask<VectorBits>) -> Vector {
        other.replacing(with: self, where: mask)
    }
}

/// Adding and subtracting 1.5 · 2²³ rounds a float to the nearest whole number, and leaves
/// that number in the low bits on the way.
@inline(__always) private var roundingShift: Float { 12_582_912 }

/// 2ⁿ for whole -126...127, made by writing n into the exponent bits.
@inline(__always) private func powerOfTwo(_ n: VectorBits) -> Vector {
    unsafeBitCast((n &+ VectorBits(repeating: 127)) &<< VectorBits(repeating: 23), to: Vector.self)
}

/// eˣ. With n = round(x / ln 2) and r = x - n ln 2:  eˣ = 2ⁿ eʳ,  |r| ≤ 0.35.
@inline(__always) func exp(_ x: Vector) -> Vector {
    // Beyond these bounds the result is 0 or infinity anyway; NaN compares false and stays.
    var x = Vector(-105).or(x, where: x .< -105)
    x = Vector(90).or(x, where: x .> 90)
    let shifted = x * 1.44269504088896341 + Vector(roundingShift)
    let n = shifted - Vector(roundingShift)
    let bits = unsafeBitCast(shifted, to: VectorBits.self)
        &- VectorBits(repeating: Int32(bitPattern: roundingShift.bitPattern))
    let r = x - n * 0.693359375 - n * -2.12194440e-4     // ln 2 in two parts
    var p = r * 1.9875691500e-4 + 1.3981999507e-3
    p = p * r + 8.3334519073e-3
    p = p * r + 4.1665795894e-2
    p = p * r + 1.6666665459e-1
    p = p * r + 5.0000001201e-1
    let y = p * (r * r) + r + 1
    // In two steps, since 2ⁿ alone may be too small or too large for a float.
    let half = bits &>> VectorBits(repeating: 1)
    return y * powerOfTwo(half) * powerOfTwo(bits &- half)
}

/// ln x. With x = m 2ᵉ and m between √½ and √2:  ln x = ln m + e ln 2.
@inline(__always) func log(_ x: Vector) -> Vector {
    // Numbers below the smallest normal one are scaled up first.
    let tiny = x .< Float.leastNormalMagnitude
    let scaled = (x * 8_388_608).or(x, where: tiny)
    let bits = unsafeBitCast(scaled, to: VectorBits.self)
    var e = Vector((bits &>> VectorBits(repeating: 23)) &- VectorBits(repeating: 126))
    e = (e - 23).or(e, where: tiny)
    let mantissa = (bits & VectorBits(repeating: 0x7F_FFFF)) | VectorBits(repeating: 0x3F00_0000)
    var m = unsafeBitCast(mantissa, to: Vector.self)      // 0.5 ..< 1
    let small = m .< 0.707106781186547524
    e = (e - 1).or(e, where: small)
    m = (m + m).or(m, where: small) - 1
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
    y = Vector(.infinity).or(y, where: x .== .infinity)
    y = Vector(-.infinity).or(y, where: x .== 0)
    return Vector(.nan).or(y, where: .!(x .>= 0))         // negative numbers and NaN
}

/// tanh x: a polynomial near zero, 1 - 2 / (e²ˣ + 1) elsewhere.
@inline(__always) func tanh(_ x: Vector) -> Vector {
    let square = x * x
    var p = square * -5.70498872745e-3 + 2.06390887954e-2
    p = p * square - 5.37397155531e-2
    p = p * square + 1.33314422036e-1
    p = p * square - 3.33332819422e-1
    let near = p * square * x + x
    let far = 1 - 2 / (exp(x + x) + 1)
    return near.or(far, where: square .< 0.390625)        // |x| < 0.625
}

/// 1 / (1 + e⁻ˣ)
@inline(__always) func sigmoid(_ x: Vector) -> Vector { 1 / (1 + exp(-x)) }

/// Applies `f` to `count` floats, sixteen at a time; the last few are padded to a full vector.
///
/// `f` stands in one place only: then the compiler puts its formula there, instead of a call.
@inline(__always) func vectorMap(
    _ out: UnsafeMutablePointer<Float>, _ x: UnsafePointer<Float>, count: Int,
    _ f: (Vector) -> Vector
) {
    for i in stride(from: 0, to: count, by: 16) {
        let lanes = min(16, count - i)
        var v = Vector(0)
        if lanes == 16 { v = load(x + i) } else { for lane in 0..<lanes { v[lane] = x[i + lane] } }
        let y = f(v)
        if lanes == 16 {
            UnsafeMutableRawPointer(out + i).storeBytes(of: y, as: Vector.self)
        } else {
            for lane in 0..<lanes { out[i + lane] = y[lane] }
        }
    }
}

@inline(__always) func load(_ x: UnsafePointer<Float>) -> Vector {
    UnsafeRawPointer(x).loadUnaligned(as: Vector.self)
}
