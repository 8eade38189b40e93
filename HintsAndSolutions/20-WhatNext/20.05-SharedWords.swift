// Nudge: The page has a table for lines. What is it for words?
// Idea: You do not need the pairs, only how many there are: the cell (0, 0) of the table.
// Almost: Fill the table from its end as `commonLines` does, with one more row and column than there are words; then
//   `Double(length[0][0]) / Double(a.count)`.

public func shareKept(_ old: String, _ new: String) throws -> Double? {
    let (a, b) = (old.split(separator: " "), new.split(separator: " "))
    guard !a.isEmpty else { return nil }
    var length = [[Int]](repeating: .init(repeating: 0, count: b.count + 1), count: a.count + 1)
    for i in a.indices.reversed() {
        for j in b.indices.reversed() {
            length[i][j] = a[i] == b[j] ? length[i + 1][j + 1] + 1 : max(length[i + 1][j], length[i][j + 1])
        }
    }
    return Double(length[0][0]) / Double(a.count)
}
