// Dropout: each number is kept or dropped, by its own random draw.
//
// The draws depend on place, not on order: number k of a seed's sequence is a function of seed and k
// (this is how SplitMix64 works). So threads need not wait for one another, and the backward pass
// draws again what it needs instead of remembering it.

/// y = x · scale where the draw keeps it, else 0
///
/// - Parameters:
///   - dropped: share of the numbers to drop, 0 ..< 1.
///   - seed: decides which ones.
public func dropout(
    _ y: UnsafeMutablePointer<Float>, _ x: UnsafePointer<Float>, count: Int, dropped: Double, scale: Float,
    seed: UInt64
) {
    let limit = UInt32(dropped * 0x1p32)
    let width = 128  // numbers that share 64 draws: the first half their lower bits, the second the upper
    parallelFor((count + width - 1) / width, grain: elementGrain / 2 / width) { range in
        for block in range {
            let (y, x) = (y + block * width, x + block * width)
            let (n, first) = (min(width, count - block * width), UInt64(truncatingIfNeeded: block * width / 2))
            for i in 0..<min(n, 64) {
                let draw = UInt32(truncatingIfNeeded: splitMix(seed, first &+ UInt64(truncatingIfNeeded: i)))
                y[i] = draw < limit ? 0 : x[i] * scale
            }
            for i in 0..<max(n - 64, 0) {
                let draw = UInt32(truncatingIfNeeded: splitMix(seed, first &+ UInt64(truncatingIfNeeded: i)) &>> 32)
                y[i + 64] = draw < limit ? 0 : x[i + 64] * scale
            }
        }
    }
}

/// Number k of the sequence of a seed.
@inline(__always) private func splitMix(_ seed: UInt64, _ k: UInt64) -> UInt64 {
    var z = seed &+ (k &+ 1) &* 0x9E37_79B9_7F4A_7C15
    z = (z ^ (z &>> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z &>> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z &>> 31)
}
