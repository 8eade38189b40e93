// Nudge: Which pairs are in one word, and how often does each of them occur in the whole text?
// Idea: A dictionary whose keys are pairs, as lists of two parts. Every place in a word but the last begins a pair.
// Almost: For each word, `zip(word, word.dropFirst())` are its pairs; each adds the word's count. Then the maximum by
//   count; where counts are equal, `a[0] < b[0]`, or `a[0] == b[0] && a[1] < b[1]`.

public func pairToJoin(_ words: [[String]], counts: [Int]) -> [String]? {
    var sums: [[String]: Int] = [:]
    for (word, count) in zip(words, counts) {
        for (first, second) in zip(word, word.dropFirst()) { sums[[first, second], default: 0] += count }
    }
    return sums.sorted { a, b in
        a.value != b.value ? a.value > b.value : a.key.lexicographicallyPrecedes(b.key)
    }.first?.key
}
