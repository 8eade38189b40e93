// Nudge: The page's `merge` makes a dictionary from a key to a title. What should the dictionary hold if a key may be
//   in several rows?
// Idea: From each key to the list of all rows of the right table that have it. Then one loop over the left table
//   finds the partners of each row, and a set of keys tells in the end which right rows have none.
// Almost: `Dictionary(grouping: right.indices) { right[$0] }`. For each left row, its pairs are `rows[key].map {
//   [left row, $0] }`, or `[[left row, nil]]` without an entry. Then all right rows whose key is not in `Set(left)`.

public func outerJoin(left: [Int], right: [Int]) throws -> [[Int?]] {
    let rows = Dictionary(grouping: right.indices) { right[$0] }
    let known = Set(left)
    let pairs = left.indices.flatMap { row -> [[Int?]] in
        (rows[left[row]].map { $0.map(Optional.some) } ?? [nil]).map { [row, $0] }
    }
    return pairs + right.indices.filter { !known.contains(right[$0]) }.map { [nil, $0] }
}
