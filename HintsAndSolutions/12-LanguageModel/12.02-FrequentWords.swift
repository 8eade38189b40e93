// Nudge: Two passes: the words have to be counted before you can tell which of them get a number.
// Idea: The vocabulary of the page, with two changes: it begins with a word that is there already, and a word that is
//   too rare is passed over.
// Almost: A dictionary of counts first. Then a vocabulary that begins with `index = ["unknown": 0]`: so the word is
//   known already when the text has it, and is never added. In the end, `index[token] ?? 0` reads every token.

public func numericalized(
    _ tokens: [String], fewest: Int
) throws -> (vocabulary: [String], numbers: [Int]) {
    var counts: [String: Int] = [:]
    for token in tokens { counts[token, default: 0] += 1 }
    var (vocabulary, index) = (["unknown"], ["unknown": 0])
    for token in tokens where counts[token]! >= fewest && index[token] == nil {
        index[token] = vocabulary.count
        vocabulary.append(token)
    }
    return (vocabulary, tokens.map { index[$0] ?? 0 })
}
