// # Random numbers that come out the same everywhere
//
// Everything that draws random numbers is given a generator: `Tensor.randn(784, 1, using: &random)`.
// There is no hidden global one, so the same seed gives the same run, in a chapter as in a
// test that runs beside a hundred others.

import Foundation

/// A small, fast generator with 64 bits of state: G. Steele et al., "Fast Splittable
/// Pseudorandom Number Generators" (2014). The same seed gives the same numbers on every
/// machine.
public struct SplitMix64: RandomNumberGenerator, Sendable {
    /// Its current state: a generator made with this seed gives the numbers that would come next.
    public private(set) var state: UInt64

    public init(seed: UInt64) { state = seed }

    public mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}

extension RandomNumberGenerator {
    /// Uniform in 0 ..< 1: the upper 53 bits of the next number.
    public mutating func uniform() -> Double { Double(next() >> 11) * 0x1p-53 }

    /// 0 ..< count in random order (Fisher and Yates, from the end).
    public mutating func permutation(_ count: Int) -> [Int] {
        require(count >= 0, "permutation(\(count))", "a count cannot be negative")
        var order = Array(0..<count)
        for i in stride(from: count - 1, to: 0, by: -1) {
            order.swapAt(i, Int(uniform() * Double(i + 1)))
        }
        return order
    }

    /// Two independent standard normal numbers (Marsaglia's polar method): a uniform point of
    /// the unit disc, stretched.
    mutating func normalPair() -> (Double, Double) {
        while true {
            let (x, y) = (2 * uniform() - 1, 2 * uniform() - 1)
            let square = x * x + y * y
            guard square < 1, square > 0 else { continue }
            let stretch = (-2 * log(square) / square).squareRoot()
            return (x * stretch, y * stretch)
        }
    }
}

func fillNormal(_ buffer: UnsafeMutableBufferPointer<Float>, using random: inout some RandomNumberGenerator) {
    for i in stride(from: 0, to: buffer.count, by: 2) {
        let (a, b) = random.normalPair()
        buffer[i] = Float(a)
        if i + 1 < buffer.count { buffer[i + 1] = Float(b) }
    }
}

func fillUniform(
    _ buffer: UnsafeMutableBufferPointer<Float>, _ low: Float, _ high: Float,
    using random: inout some RandomNumberGenerator
) {
    for i in buffer.indices {
        let x = low + (high - low) * Float(random.next() >> 40) * 0x1p-24
        buffer[i] = x < high ? x : low  // rounding may reach the upper end
    }
}
