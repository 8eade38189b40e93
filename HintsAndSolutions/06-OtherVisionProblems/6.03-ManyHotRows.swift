// Nudge: First all labels, then the classes, then the rows: a row needs to know all classes.
// Idea: Split every text at its spaces, which gives a list of lists. All of them joined to a set, and sorted, are the
//   classes. A row asks for each class whether the photo's list has it. The way back pairs classes with numbers.
// Almost: `classes.map { labels.contains($0) ? 1 : 0 }` for the row of one photo, and
//   `zip(classes, row).filter { $0.1 > threshold }.map(\.0)` for the way back.

public func encoded(_ texts: [String]) throws -> ([String], [[Float]]) {
    let labels = texts.map { $0.split(separator: " ").map(String.init) }
    let classes = Set(labels.joined()).sorted()
    return (classes, labels.map { labels in classes.map { labels.contains($0) ? 1 : 0 } })
}

public func decoded(_ row: [Float], classes: [String], threshold: Float) throws -> [String]? {
    guard row.count == classes.count else { return nil }
    return zip(classes, row).filter { $0.1 > threshold }.map(\.0)
}
