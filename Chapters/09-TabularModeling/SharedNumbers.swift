// What several pages calculate: distances, and the directions in which rows differ most.

import Foundation
import Tabular
import Tensors

/// The distances of all pairs.
func pairDistances(_ rows: [[Double]]) -> [Double] {
    rows.indices.flatMap { a in (a + 1..<rows.count).map { distance(rows[a], rows[$0]) } }
}

/// The length of the difference of two rows.
func distance(_ a: [Double], _ b: [Double]) -> Double {
    zip(a, b).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }.squareRoot()
}

/// Rows along the two directions in which they differ most, their first two principal components, found by power
/// iteration.
func twoDirections(of rows: [[Double]]) -> [(Double, Double)] {
    let width = rows[0].count
    let means = (0..<width).map { column in rows.reduce(0) { $0 + $1[column] } / Double(rows.count) }
    var rest = rows.map { zip($0, means).map(-) }
    let parts = (0..<2).map { _ in
        var direction = (0..<width).map { 1 / Double($0 + 1) }
        for _ in 0..<200 {
            let along = rest.map { row in zip(row, direction).reduce(0) { $0 + $1.0 * $1.1 } }
            direction = (0..<width).map { column in zip(rest, along).reduce(0) { $0 + $1.0[column] * $1.1 } }
            let length = max(1e-30, direction.reduce(0) { $0 + $1 * $1 }.squareRoot())
            direction = direction.map { $0 / length }
        }
        let along = rest.map { row in zip(row, direction).reduce(0) { $0 + $1.0 * $1.1 } }
        for row in rest.indices { rest[row] = zip(rest[row], direction).map { $0 - along[row] * $1 } }
        return along
    }
    return Array(zip(parts[0], parts[1]))
}

/// Two more columns: a number between 0 and 1, and 0 or 1.
func withChance(_ x: Features, using random: inout SplitMix64) throws -> Features {
    let number = (0..<x.count).map { _ in Float(random.uniform()) }
    let coin = (0..<x.count).map { _ in Float(random.next() % 2) }
    return try Features(x.names + ["chance", "coin"], x.columns + [number, coin])
}
