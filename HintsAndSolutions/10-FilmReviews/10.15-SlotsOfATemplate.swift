// Nudge: What would have to be true of a place that is no slot?
// Idea: Compare each text with the first one, place by place.
// Almost: `first.indices.filter { place in … }` keeps the slots, with `texts.contains { … }` in it: is there a text
//   whose word at this place is not that of the first? Without any text there is no first one, and the answer is [].

public func slots(of texts: [[String]]) -> [Int] {
    guard let first = texts.first else { return [] }
    return first.indices.filter { place in texts.contains { $0[place] != first[place] } }
}
