// Nudge: Suppose you knew the best way to cut every shorter beginning of the word. How would you find that of the
//   whole?
// Idea: The best way ends with some piece. Before it stands a shorter beginning, cut in its best way. So go through the
//   beginnings from the shortest to the longest, and keep the best way and its probability for each.
// Almost: `best[end]` is nil or a pair of probability and pieces, `best[0]` is (1, []). For each `end`, and each
//   `start` before it with a `best[start]` where the signs from start to end are a piece, the candidate has the
//   probability `best[start].probability * pieces[piece]`.

public func mostProbableCut(of word: String, pieces: [String: Double]) -> [String]? {
    let signs = Array(word)
    var best: [(probability: Double, pieces: [String])?] = [(1, [])]
    for end in 0..<signs.count {
        var found: (probability: Double, pieces: [String])?
        for start in 0...end {
            let piece = String(signs[start...end])
            guard let before = best[start], let share = pieces[piece] else { continue }
            let probability = before.probability * share
            if probability > found?.probability ?? 0 { found = (probability, before.pieces + [piece]) }
        }
        best.append(found)
    }
    return best[signs.count]?.pieces
}
