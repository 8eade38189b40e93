// Nudge: Which classes are there, each once?
// Idea: A set of the training labels, sorted. The number of a label is its place.
// Almost: `let classes = Set(train).sorted()`, then `labels.map { classes.firstIndex(of: $0) }`.

public func classNumbers(_ train: [String], _ labels: [String]) -> [Int?] {
    let classes = Set(train).sorted()
    return labels.map { classes.firstIndex(of: $0) }
}
