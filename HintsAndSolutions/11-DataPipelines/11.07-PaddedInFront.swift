// Nudge: How long must all of them be?
// Idea: Round the longest length up: add what is missing to the next multiple. Then each text lacks the difference, in
//   front.
// Almost: `let length = (longest + multiple - 1) / multiple * multiple`, then
//   `Array(repeating: 1, count: length - $0.count) + $0`.

public func paddedInFront(_ texts: [[Int]], _ multiple: Int) -> [[Int]] {
    let longest = texts.map(\.count).max() ?? 0
    let length = (longest + multiple - 1) / multiple * multiple
    return texts.map { Array(repeating: 1, count: length - $0.count) + $0 }
}
