// Nudge: Three things must hold for a row. When is each of them broken?
// Idea: `born.indices.filter { … }` keeps the numbers of those rows for which any of the three is broken. Somebody who
//   becomes 12 in the year of the entry is old enough.
// Almost: `entered[row] < born[row] + 12 || … || (removed[row] ?? entered[row]) < …`

public func impossibleRows(born: [Int], entered: [Int], removed: [Int?]) throws -> [Int] {
    born.indices.filter { row in
        entered[row] < born[row] + 12 || entered[row] > 2026 || (removed[row] ?? entered[row]) < entered[row]
    }
}
