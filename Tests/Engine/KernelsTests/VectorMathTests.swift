import Foundation
import Testing

@testable import Kernels

/// A function of the vector library, what it should be, and where its result is a normal float.
private struct Curve: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let operation: UnaryOperation
    let range: ClosedRange<Float>
    /// The largest error, in units of the last place.
    var ulps = 3.0
    let exact: @Sendable (Double) -> Double
}

private let curves = [
    Curve(testDescription: "exp", operation: .exp, range: -87.3...88.7) { exp($0) },
    Curve(testDescription: "log", operation: .log, range: 1e-38...3e38) { log($0) },
    Curve(testDescription: "log near 1", operation: .log, range: 0.5...2) { log($0) },
    Curve(testDescription: "tanh", operation: .tanh, range: -12...12, ulps: 1.5) { tanh($0) },
    Curve(testDescription: "tanh near 0", operation: .tanh, range: -0.01...0.01, ulps: 1) { tanh($0) },
    Curve(testDescription: "sigmoid", operation: .sigmoid, range: -86...40) { 1 / (1 + exp(-$0)) },
    Curve(testDescription: "erf", operation: .erf, range: -6...6) { erf($0) },
    Curve(testDescription: "erf near 0", operation: .erf, range: 1e-30...1) { erf($0) },
    Curve(testDescription: "softplus", operation: .softplus, range: -86...100) { log1p(exp($0)) },
    Curve(testDescription: "gelu", operation: .gelu, range: -1...50) { $0 * erfc(-$0 * 0.5.squareRoot()) / 2 },
    Curve(testDescription: "sin", operation: .sin, range: -100...100) { sin($0) },
    Curve(testDescription: "cos", operation: .cos, range: -100...100) { cos($0) },
    Curve(testDescription: "sqrt", operation: .squareRoot, range: 0...1e30) { $0.squareRoot() },
]

@Suite struct `A function on floats` {
    // One unit in the last place is the distance to the next float; half of one is unavoidable.
    @Test(arguments: curves) fileprivate func `is within a few units in the last place`(_ curve: Curve) {
        let x = samples(curve.range)
        let y = mapped(curve.operation, x)
        let errors = x.indices.map { abs(Double(y[$0]) - curve.exact(Double(x[$0]))) / Double(y[$0].ulp) }
        let worst = errors.indices.max { errors[$0] < errors[$1] }!
        #expect(errors[worst] <= curve.ulps, "at \(x[worst]): \(y[worst])")
    }

    @Test(arguments: curves, [1, 2, 15, 16, 17, 33])
    fileprivate func `is the same wherever an element is`(_ curve: Curve, count: Int) {
        let x = Array(samples(curve.range).prefix(count))
        #expect(mapped(curve.operation, x) == x.flatMap { mapped(curve.operation, [$0]) })
        #expect(mapped(curve.operation, x, step: 3) == mapped(curve.operation, x))
    }

    @Test func `handles infinity, zero and NaN as it should`() {
        let x: [Float] = [.infinity, -.infinity, 0, -0.0]
        #expect(mapped(.exp, x) == [.infinity, 0, 1, 1])
        #expect(mapped(.tanh, x) == [1, -1, 0, 0] && mapped(.sigmoid, x) == [1, 0, 0.5, 0.5])
        #expect(mapped(.log, [.infinity, 0, -0.0, 1]) == [.infinity, -.infinity, -.infinity, 0])
        #expect(mapped(.log, [-1, -.infinity, .nan]).filter(\.isNaN).count == 3)
        #expect(mapped(.tanh, x).map(\.sign) == [.plus, .minus, .plus, .minus])
        for operation in [UnaryOperation.exp, .tanh, .sigmoid] { #expect(mapped(operation, [.nan])[0].isNaN) }
    }

    @Test func `works among the smallest floats`() {
        let tiny: [Float] = [
            .leastNonzeroMagnitude, .leastNormalMagnitude / 4, Float(sign: .plus, exponent: -133, significand: 1.3),
        ]
        #expect(mapped(.tanh, tiny) == tiny)
        #expect(mapped(.exp, tiny) == [1, 1, 1])
        let logs = zip(mapped(.log, tiny), tiny).map { abs(Double($0) - log(Double($1))) }
        #expect(logs.max()! < 1e-5)
        #expect(mapped(.exp, [-100]) == [27 * .leastNonzeroMagnitude])
    }

    @Test func `overflows to infinity and underflows to zero`() {
        #expect(mapped(.exp, [89, 1e10, -104, -1e10]) == [.infinity, .infinity, 0, 0])
        #expect(mapped(.sigmoid, [200, -200]) == [1, 0] && mapped(.tanh, [50, -50]) == [1, -1])
    }

    @Test func `that is a single instruction does what it says`() {
        let x: [Float] = [-1.5, -0.0, 2.5]
        #expect(mapped(.negate, x) == [1.5, 0, -2.5] && mapped(.abs, x) == [1.5, 0, 2.5] && mapped(.copy, x) == x)
        #expect(
            mapped(.sign, x) == [-1, 0, 1] && mapped(.square, x) == [2.25, 0, 6.25] && mapped(.relu, x) == [0, 0, 2.5])
        #expect(
            mapped(.floor, x) == [-2, 0, 2] && mapped(.round, x) == [-2, 0, 2] && mapped(.reciprocal, [4]) == [0.25])
    }
}

/// 20,000 floats spread over a range: evenly, and, where it spans powers, by powers too.
private func samples(_ range: ClosedRange<Float>) -> [Float] {
    let (low, high) = (Double(range.lowerBound), Double(range.upperBound))
    let even = (0...10_000).map { Float(low + (high - low) * Double($0) / 10_000) }
    guard low > 0 else { return even }
    return even + (0...10_000).map { Float(low * pow(high / low, Double($0) / 10_000 * 0.999)) }
}

private func mapped(_ operation: UnaryOperation, _ x: [Float], step: Int = 1) -> [Float] {
    let spread = x.flatMap { [$0] + [Float](repeating: .nan, count: step - 1) }
    return [Float](unsafeUninitializedCapacity: x.count) { out, count in
        map(operation, shape: [x.count], out: out.baseAddress!, spread, strides: [step])
        count = x.count
    }
}
