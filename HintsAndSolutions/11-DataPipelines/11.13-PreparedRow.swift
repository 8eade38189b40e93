// Nudge: What kind is a column, and who decides that?
// Idea: For each column, take the fields of the training rows. If all of them are numbers, compute mean and deviation,
//   else sort the different ones.
// Almost: `let numbers = fields.compactMap(Double.init)`; if `numbers.count == fields.count` normalize, else
//   `(classes.firstIndex(of: field) ?? -1) + 1`.

public func preparedRow(_ train: [[String]], _ row: [String]) -> [Double] {
    row.enumerated().map { column, field in
        let fields = train.map { $0[column] }
        let numbers = fields.compactMap { Double($0) }
        guard numbers.count == fields.count, let x = Double(field) else {
            return Double((Set(fields).sorted().firstIndex(of: field) ?? -1) + 1)
        }
        let mean = numbers.reduce(0, +) / Double(numbers.count)
        let square = numbers.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(numbers.count)
        return (x - mean) / (square > 0 ? square.squareRoot() : 1)
    }
}
