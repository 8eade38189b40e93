// Numbers to test with. (This target is compiled with optimization, so the plain loops that
// tests compare against belong here.)

import Tensors

/// Numbers between -1 and 1 that look random and are the same everywhere.
public func noise(_ count: Int, seed: UInt32 = 1) -> [Float] {
    var state = seed &* 747_796_405 &+ 2_891_336_453
    return (0..<count).map { _ in
        state = state &* 1_664_525 &+ 1_013_904_223
        return Float(Int32(bitPattern: state)) * 0x1p-31
    }
}

/// The matrix [rows, columns], row-major, with rows and columns swapped.
public func transposed(_ x: [Float], rows: Int, columns: Int) -> [Float] {
    (0..<rows * columns).map { x[$0 % rows * columns + $0 / rows] }
}

/// a [m, k] · b [k, n] by the textbook's three loops, in double.
public func productByLoops(_ a: [Float], _ b: [Float], m: Int, k: Int, n: Int) -> [Double] {
    var c = [Double](repeating: 0, count: m * n)
    for i in 0..<m {
        for step in 0..<k {
            let a = Double(a[i * k + step])
            for j in 0..<n { c[i * n + j] += a * Double(b[step * n + j]) }
        }
    }
    return c
}

/// A short number for the exact bits of many floats.
public func fingerprint(_ x: [Float]) -> UInt64 {
    x.reduce(14_695_981_039_346_656_037) { ($0 ^ UInt64($1.bitPattern)) &* 1_099_511_628_211 }
}

extension Tensor {
    /// The same numbers, one after the other, in memory of their own.
    public var copy: Tensor { Tensor(shape: shape, scalars) }
}

/// Four decimals, as the book prints numbers.
public func rounded(_ value: some BinaryFloatingPoint) -> Double { (Double(value) * 10000).rounded() / 10000 }
public func rounded(_ values: [Float]) -> [Double] { values.map { rounded($0) } }
