// The textbook's tree, in as few lines as possible: every cut of every column is tried by adding up all squares.

@testable import Tabular

/// A cut, by the squared error that it leaves.
struct NaiveCut {
    let column: Int, threshold: Float, error: Double
}

/// Sum of squared differences from the mean.
func squares(_ targets: [Double]) -> Double {
    let mean = targets.reduce(0, +) / Double(max(1, targets.count))
    return targets.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
}

/// The best of all cuts; of those that are equal but for rounding, the first.
func naiveCut(_ x: Features, _ y: [Double], rows: [Int], smallest: Int) -> NaiveCut? {
    var best: NaiveCut?
    let all = squares(rows.map { y[$0] })
    for (number, column) in x.columns.enumerated() {
        let values = Set(rows.map { column[$0] }).sorted()
        for (lower, upper) in zip(values, values.dropFirst()) {
            let left = rows.filter { column[$0] <= lower }.map { y[$0] }
            let right = rows.filter { column[$0] >= upper }.map { y[$0] }
            guard left.count >= smallest, right.count >= smallest else { continue }
            let error = squares(left) + squares(right)
            if error < (best?.error ?? .infinity) - 1e-9 * all {
                best = NaiveCut(column: number, threshold: threshold(between: lower, and: upper), error: error)
            }
        }
    }
    return best
}

/// What a tree without a limit on its leaves predicts for one row.
func naivePrediction(
    _ x: Features, _ y: [Double], rows: [Int], for row: [Float], smallest: Int, depth: Int = .max
) -> Double {
    let own = rows.map { y[$0] }
    guard depth > 0, own.min() != own.max(), let cut = naiveCut(x, y, rows: rows, smallest: smallest) else {
        return own.reduce(0, +) / Double(own.count)
    }
    let column = x.columns[cut.column]
    let goesLeft = row[cut.column] <= cut.threshold
    let part = rows.filter { (column[$0] <= cut.threshold) == goesLeft }
    return naivePrediction(x, y, rows: part, for: row, smallest: smallest, depth: depth - 1)
}
