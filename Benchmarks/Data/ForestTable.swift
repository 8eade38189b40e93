// # A table for trees
//
// 120,000 rows made from SplitMix64, so that a program in another language makes the very same: ten columns of levels,
// five of uniform and five of bell-shaped numbers, and a target that depends on most of them, alone and together.
// 100,000 rows to learn from, 20,000 others.

import Foundation
import Tabular
import Tensors

/// The table, and what is checked of it.
struct ForestTable {
    let train: (x: Features, y: [Double]), valid: (x: Features, y: [Double])

    static let levels = [5, 8, 12, 20, 35, 60, 100, 180, 300, 500]
    private static let names = (0..<10).map { "c\($0)" } + (0..<5).map { "f\($0)" } + (0..<5).map { "h\($0)" }

    init() throws {
        let count = 120_000
        let effects = Self.effects()
        var random = SplitMix64(seed: 1)
        var columns = [[Float]](repeating: Array(repeating: 0, count: count), count: 20)
        var targets: [Double] = []
        for row in 0..<count {
            let (numbers, noise) = Self.row(&random)
            targets.append(Self.target(numbers, effects) + 0.5 * noise)
            for (column, number) in numbers.enumerated() { columns[column][row] = Float(number) }
        }
        precondition(abs(targets.reduce(0, +) - 1_519_727.2809) < 1e-3, "the reference program has another table")
        let all = try Features(Self.names, columns)
        train = (all.rows(0..<100_000), Array(targets[..<100_000]))
        valid = (all.rows(100_000..<count), Array(targets[100_000...]))
    }

    /// How much each level of a column counts: between −1 and 1.
    private static func effects() -> [[Double]] {
        var random = SplitMix64(seed: 2)
        return levels.map { count in (0..<count).map { _ in 2 * random.uniform() - 1 } }
    }

    private static func row(_ random: inout SplitMix64) -> (numbers: [Double], noise: Double) {
        func bell() -> Double { (0..<12).reduce(0) { sum, _ in sum + random.uniform() } - 6 }
        var numbers = levels.map { levels in
            let u = random.uniform()
            return (u * u * Double(levels)).rounded(.down)
        }
        numbers += (0..<5).map { _ in random.uniform() }
        numbers[14] = (100 * numbers[14]).rounded(.down) / 100
        numbers += (0..<5).map { _ in bell() }
        numbers[19] = (10 * numbers[19]).rounded(.down) / 10
        return (numbers, bell())
    }

    private static func target(_ x: [Double], _ effects: [[Double]]) -> Double {
        func effect(_ column: Int) -> Double { effects[column][Int(x[column])] }
        let (f, h) = (x[10..<15].map(\.self), x[15...].map(\.self))
        var y = 10 + 2 * effect(3) + 1.5 * effect(6) * f[0]
        y += 3 * (1 - x[9] / 500) * (1 - x[9] / 500)
        y += effect(1) * effect(4) + 4 * (f[1] - 0.5) * (f[1] - 0.5)
        y += max(0, h[0]) * (x[0] >= 2 ? 1 : -0.5) + 0.25 * h[1] * h[2] + 0.5 * abs(h[3])
        return y + (f[2] > 0.7 && f[3] < 0.5 ? 1.5 : 0)
    }
}
