// Nudge: When does a single pair count?
// Idea: When one of its places is among those of the validation set. Count the pairs, not the places.
// Almost: `pairs.count { … }` counts those for which the braces say true; in them, `pair.contains { … }` asks whether
//   any of the two places passes a test. Which one?

public func leakingPairs(_ pairs: [[Int]], _ valid: [Int]) -> Int {
    let valid = Set(valid)
    return pairs.count { !valid.isDisjoint(with: $0) }
}
