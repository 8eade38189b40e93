// Nudge: What would have to be true of a place that is no slot?
// Idea: Compare each text with the first one, place by place.
// Almost: `texts[0].indices.filter { place in texts.contains { $0[place] != texts[0][place] } }`, and [] if there is no
//   text.

public func slots(of texts: [[String]]) -> [Int] {
    guard let first = texts.first else { return [] }
    return first.indices.filter { place in texts.contains { $0[place] != first[place] } }
}
