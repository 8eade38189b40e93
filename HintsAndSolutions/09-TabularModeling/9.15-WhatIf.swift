// Nudge: Twice the same: a table in which the column has one value everywhere, and the mean of what is predicted for
//   it.
// Idea: `x.replacing(column, with: …)` gives the table with another column. As many values as there are rows, all the
//   same.
// Almost: Write a helper that takes a value: `try model.predict(x.replacing(column, with: Array(repeating: value,
//   count: x.count)))`, added up and divided by `x.count`. Ask for the column first (`try x[column]`), so that a
//   missing one is an error for a table without rows, too.

import Tabular

public func effect(
    of column: String, from low: Float, to high: Float, on model: any Regressor, _ x: Features
) throws -> Double {
    _ = try x[column]
    guard x.count > 0 else { return 0 }
    func mean(_ value: Float) throws -> Double {
        let changed = try x.replacing(column, with: Array(repeating: value, count: x.count))
        return try model.predict(changed).reduce(0, +) / Double(x.count)
    }
    return try mean(high) - mean(low)
}
