// Nudge: The function can call itself: for the group that the row belongs to, with a depth smaller by one.
// Idea: If the depth is 0, or no column has two different values, return the mean. Otherwise try all columns and
//   thresholds, keep the best question, ask it of the row, and go on with the training rows that give the same answer.
// Almost: For one column, `Set(column).sorted()` and `zip(values, values.dropFirst())` give the candidates. Compare
//   sums of squares with `error < best - 1e-9`, so that the first of equally good questions stays. Then filter the
//   indices of the side on which `row[c]` is, and take these rows out of every column and out of the targets.

public func treePrediction(
    columns: [[Double]], targets: [Double], depth: Int, row: [Double]
) throws -> Double {
    var best: (error: Double, side: [Int])?
    for (column, value) in zip(columns, row) where depth > 0 {
        let values = Set(column).sorted()
        for (low, high) in zip(values, values.dropFirst()) {
            let threshold = (low + high) / 2
            let left = column.indices.filter { column[$0] <= threshold }
            let right = column.indices.filter { column[$0] > threshold }
            let error = squares(left.map { targets[$0] }) + squares(right.map { targets[$0] })
            if error < (best?.error ?? .infinity) - 1e-9 { best = (error, value <= threshold ? left : right) }
        }
    }
    guard let side = best?.side else { return targets.reduce(0, +) / Double(targets.count) }
    return try treePrediction(
        columns: columns.map { column in side.map { column[$0] } }, targets: side.map { targets[$0] },
        depth: depth - 1, row: row)
}

private func squares(_ numbers: [Double]) -> Double {
    let mean = numbers.reduce(0, +) / Double(numbers.count)
    return numbers.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
}
