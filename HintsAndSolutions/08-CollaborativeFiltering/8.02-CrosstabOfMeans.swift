// Nudge: The page's `crosstab` keeps the last of several ratings. What has to be remembered of a cell to have the
//   mean in the end?
// Idea: A sum and a count for each cell, which are 0 at first. At the end, each cell with a count of 0 is nil, and
//   each other is its sum divided by its count.
// Almost: `let rows = Set(users).sorted()`, and a dictionary from a user to the place in it, and the same for films.
//   One loop over the ratings adds `ratings[i]` to `sums[row][column]` and 1 to `counts[row][column]`.

public func crosstabOfMeans(users: [Int], films: [Int], ratings: [Double]) throws -> [[Double?]] {
    let (rows, columns) = (Set(users).sorted(), Set(films).sorted())
    let rowOf = Dictionary(uniqueKeysWithValues: zip(rows, rows.indices))
    let columnOf = Dictionary(uniqueKeysWithValues: zip(columns, columns.indices))
    var sums = rows.map { _ in columns.map { _ in 0.0 } }
    var counts = rows.map { _ in columns.map { _ in 0 } }
    for i in users.indices {
        let (row, column) = (rowOf[users[i]]!, columnOf[films[i]]!)
        sums[row][column] += ratings[i]
        counts[row][column] += 1
    }
    return rows.indices.map { row in
        columns.indices.map { counts[row][$0] == 0 ? nil : sums[row][$0] / Double(counts[row][$0]) }
    }
}
