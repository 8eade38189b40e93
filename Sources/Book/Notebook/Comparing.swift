// How far two results are apart, and how long something takes.

import Tensors

/// The largest |a - b| of two numbers in the same place; two tensors of one shape. NaN if one of the differences is
/// NaN.
public func largestDifference(_ a: Tensor, _ b: Tensor) -> Float {
    require(a.shape == b.shape, "comparing \(a.shape) with \(b.shape)", "the shapes differ")
    // (`max` passes over NaN, which must not be overlooked.)
    let differences = zip(a.scalars, b.scalars).map { abs($0 - $1) }
    return differences.contains(where: \.isNaN) ? .nan : differences.max() ?? 0
}

/// How many milliseconds something takes: the shortest of some runs, which is the one that least disturbed.
public func milliseconds<Value>(runs: Int = 1, _ work: () throws -> Value) rethrows -> Double {
    let clock = ContinuousClock()
    return try (0..<max(1, runs)).map { _ in try clock.measure { _ = try work() } / .milliseconds(1) }.min()!
}
