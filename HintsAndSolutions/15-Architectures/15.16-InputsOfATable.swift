// Nudge: Each row of the result is two lists, one after the other. Write the one for the categories first.
// Idea: The first list is the chosen rows of all tables joined: `zip(tables, categories[r])`, and for each pair the
//   table's row. The second is `(x - mean) / (variance + 1e-5).squareRoot()` for each plain number.
// Almost: `zip(tables, row).flatMap { table, level in table.indices.contains(level) ? table[level] : table[0] }`;
//   numbers by their places, `numbers[r].indices.map { … means[$0] … }`.

public func inputsOfTheLayers(
    categories: [[Int]], numbers: [[Double]], tables: [[[Double]]], means: [Double], variances: [Double]
) throws -> [[Double]] {
    zip(categories, numbers).map { row, plain in
        let looked = zip(tables, row).flatMap { table, level in table.indices.contains(level) ? table[level] : table[0]
        }
        let normed = plain.indices.map { (plain[$0] - means[$0]) / (variances[$0] + 1e-5).squareRoot() }
        return looked + normed
    }
}
