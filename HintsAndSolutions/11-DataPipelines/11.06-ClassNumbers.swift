// Nudge: Which classes are there, each once?
// Idea: A set of the training labels, sorted. The number of a label is its place.
// Almost: `Set(train).sorted()` has the classes. What does `firstIndex(of:)` give for a label that is not among them?

public func classNumbers(_ train: [String], _ labels: [String]) -> [Int?] {
    let classes = Set(train).sorted()
    return labels.map { classes.firstIndex(of: $0) }
}
