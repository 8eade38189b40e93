// Nudge: What must be known of a label, to decide whether one of its photos may go?
// Idea: Count for each label how many photos to learn from have it. At the start these are all of its photos. A photo
//   may be taken if every label of it has at least two; then each of these counts goes down by one.
// Almost: `guard taken.count < count, labels[place].allSatisfy({ left[$0]! > 1 }) else { continue }` in a loop over the
//   places.

public func placesToJudge(_ labels: [[String]], count: Int) throws -> [Int] {
    var left: [String: Int] = [:]
    for label in labels.joined() { left[label, default: 0] += 1 }
    var taken: [Int] = []
    for (place, labels) in labels.enumerated() where taken.count < count && labels.allSatisfy({ left[$0]! > 1 }) {
        taken.append(place)
        for label in labels { left[label]! -= 1 }
    }
    return taken
}
