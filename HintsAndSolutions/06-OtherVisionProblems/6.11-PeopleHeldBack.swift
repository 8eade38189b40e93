// Nudge: Give every frame the name of its person first. Then it is a split by groups.
// Idea: Somebody without an entry is a group of their own: the recording's name may serve as the group's, as long as it
//   cannot be taken for a person's. Go through the candidates, add the group of each to a set, and count the frames
//   whose group is in it.
// Almost: `let groups = recordings.map { person[$0].map { "p" + $0 } ?? "r" + $0 }`; before each candidate compare
//   the number of frames held back with `share * Double(recordings.count)`, and pass over one that is not among the
//   recordings.

public func peopleHeldBack(
    _ recordings: [String], person: [String: String], candidates: [String], share: Double
) throws -> (train: [Int], valid: [Int]) {
    func group(_ recording: String) -> String { person[recording].map { "p" + $0 } ?? "r" + recording }
    let groups = recordings.map(group)
    var held: Set<String> = []
    for candidate in candidates {
        let count = groups.count { held.contains($0) }
        if Double(count) >= share * Double(recordings.count) { break }
        if recordings.contains(candidate) { held.insert(group(candidate)) }
    }
    return (
        groups.indices.filter { !held.contains(groups[$0]) }, groups.indices.filter { held.contains(groups[$0]) }
    )
}
