// Nudge: When does a single pair count?
// Idea: When one of its places is among those of the validation set. Count the pairs, not the places.
// Almost: `pairs.count { pair in pair.contains { valid.contains($0) } }`

public func leakingPairs(_ pairs: [[Int]], _ valid: [Int]) -> Int {
    let valid = Set(valid)
    return pairs.count { !valid.isDisjoint(with: $0) }
}
