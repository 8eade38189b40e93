// Nudge: Whether a label is among the k largest does not depend on where the others are. How many classes may be ahead
//   of it?
// Idea: For each row, count the classes that come before the label: those with a larger score, and those of an earlier
//   class with the same score. The row is right if there are fewer than k.
// Almost: With `own = row[label]`, a class is ahead if its score is larger than that, or if it is equal and the class
//   is the earlier one; `row.indices.count { … }` counts these. The label is not ahead of itself. Divide the number of
//   right rows by that of all, unless there are none.

public func topAccuracy(_ scores: [[Float]], _ labels: [Int], k: Int) throws -> Float {
    if labels.isEmpty { return 0 }
    let hits = zip(scores, labels).count { row, label in
        let own = row[label]
        return row.indices.count { row[$0] > own || (row[$0] == own && $0 < label) } < k
    }
    return Float(hits) / Float(labels.count)
}
