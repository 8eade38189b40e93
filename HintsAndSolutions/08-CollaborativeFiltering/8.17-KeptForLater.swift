// Nudge: Collect the rows of each person first.
// Idea: Sort a person's rows by time, then by row. The last ones are theirs for validation. How many, if share is 1?
// Almost: `let kept = min(rows.count - 1, Int(Double(rows.count) * share))`, and `rows.sorted { (times[$0], $0) <
//   (times[$1], $1) }.suffix(kept)`.

public func splitByTime(users: [Int], times: [Int], share: Double) throws -> (train: [Int], valid: [Int]) {
    var rows: [Int: [Int]] = [:]
    for (row, user) in users.enumerated() { rows[user, default: []].append(row) }
    var valid: Set<Int> = []
    for own in rows.values {
        let kept = min(own.count - 1, Int(Double(own.count) * share))
        valid.formUnion(own.sorted { (times[$0], $0) < (times[$1], $1) }.suffix(kept))
    }
    return (users.indices.filter { !valid.contains($0) }, valid.sorted())
}
