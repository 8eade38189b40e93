// Nudge: When does a single pair count?
// Idea: When one of its places is among those that judge. Count the pairs, not the places.
// Almost: `pairs.count { pair in pair.contains { judges.contains($0) } }`

public func leakingPairs(_ pairs: [[Int]], _ judges: [Int]) -> Int {
    let judges = Set(judges)
    return pairs.count { !judges.isDisjoint(with: $0) }
}
