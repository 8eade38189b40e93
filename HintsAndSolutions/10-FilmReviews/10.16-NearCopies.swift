// Nudge: When do two comments count as the same? Bring them into a form in which they are equal then.
// Idea: Make the letters small, cut wherever there is no letter and no number, and count how often each list of words
//   occurs.
// Almost: `comment.lowercased().split { !$0.isLetter && !$0.isNumber }` is a list of words, the key of a dictionary of
//   counts. The answer is how many lists that are not empty have the count 1.

public func uniqueComments(_ comments: [String]) -> Int {
    let words = comments.map { comment in comment.lowercased().split { !$0.isLetter && !$0.isNumber } }
    let counts = Dictionary(words.map { ($0, 1) }, uniquingKeysWith: +)
    return counts.count { !$0.key.isEmpty && $0.value == 1 }
}
