import Tensors

@testable import Tabular

/// A small table with levels, repeated and negative numbers, a column that says nothing and one that is always the
/// same; and a target that depends on some of it.
func madeUpTable(_ rows: Int, seed: UInt64) throws -> (x: Features, y: [Double]) {
    var random = SplitMix64(seed: seed)
    let level = (0..<rows).map { _ in Float(Int(random.uniform() * 5)) }
    let size = (0..<rows).map { _ in Float(random.uniform() * 20 - 10) }
    let rough = (0..<rows).map { _ in Float((random.uniform() * 8).rounded() / 8) }
    let noise = (0..<rows).map { _ in Float(random.uniform()) }
    let x = try Features(
        ["level", "size", "rough", "noise", "same"], [level, size, rough, noise, Array(repeating: 3, count: rows)])
    let y = (0..<rows).map { row in
        Double(level[row]) + (size[row] > 2 ? 3 : 0) + Double(rough[row] * size[row]) / 5 + random.uniform()
    }
    return (x, y)
}
