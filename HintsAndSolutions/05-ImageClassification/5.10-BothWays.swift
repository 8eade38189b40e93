// Nudge: The two directions are to be counted under the same name. What is the same for "a taken for b" and "b taken
//   for a"?
// Idea: The smaller and the larger of the two names are. Count in a dictionary whose key is made of both, in that
//   order; then filter and sort. Leave out photos that were taken for what they are.
// Almost: `counts[[min(a, b), max(a, b)], default: 0] += 1` for `(a, b) in zip(actual, predicted)` where `a != b`.
//   Sort by `(-count, first, second)`: tuples of equal types can be compared with `<`.

public func confusedPairs(
    actual: [String], predicted: [String], atLeast least: Int
) throws -> [(String, String, Int)] {
    var counts: [[String]: Int] = [:]
    for (a, b) in zip(actual, predicted) where a != b { counts[[min(a, b), max(a, b)], default: 0] += 1 }
    return counts.filter { $0.value >= least }.map { ($0.key[0], $0.key[1], $0.value) }
        .sorted { (-$0.2, $0.0, $0.1) < (-$1.2, $1.0, $1.1) }
}
