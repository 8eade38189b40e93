// Nudge: Which single number has to be known before any text can be filled up?
// Idea: Find the length of the longest. Then each text lacks the difference.
// Almost: `texts.map(\.count).max() ?? 0` is that length, even if there are no texts. `Array(repeating: 1, count: …)`
//   is what one text lacks.

public func filledUp(_ texts: [[Int]]) -> [[Int]] {
    let longest = texts.map(\.count).max() ?? 0
    return texts.map { $0 + Array(repeating: 1, count: longest - $0.count) }
}
