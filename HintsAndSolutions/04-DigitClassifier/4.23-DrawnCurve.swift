// Nudge: It is two conversions: from the number of a column to x, and from f(x) to the number of a row. Do both for the
//   example, on paper.
// Idea: With n columns there are n − 1 steps between them. Begin with a table of spaces, and put at most one star in
//   each column. A row's number grows downwards, f(x) grows upwards.
// Almost: Column c is at `x.lowerBound + (x.upperBound - x.lowerBound) * Float(c) / Float(columns - 1)`. The row is how
//   far f(x) is below the top, `(y.upperBound - value) / (y.upperBound - y.lowerBound) * Float(rows - 1)`, rounded:
//   `Int(….rounded())`. In a table of `[[Character]]`, each row becomes a line by `String(row)`.

public func drawn(
    _ f: (Float) -> Float, x: ClosedRange<Float>, y: ClosedRange<Float>, columns: Int, rows: Int
) throws -> [String] {
    var table = [[Character]](repeating: [Character](repeating: " ", count: columns), count: rows)
    for column in 0..<columns {
        let value = f(x.lowerBound + (x.upperBound - x.lowerBound) * Float(column) / Float(columns - 1))
        guard y.contains(value) else { continue }
        // As a share of the whole height, from the top.
        let depth = (y.upperBound - value) / (y.upperBound - y.lowerBound)
        table[Int((depth * Float(rows - 1)).rounded())][column] = "*"
    }
    return table.map { String($0) }
}
