// Nudge: There are four kinds of words. Which of them get a token in front?
// Idea: Compare a word with `word.uppercased()`, and with its first letter in capitals and the rest in small letters.
// Almost: With `let small = word.lowercased()`: a single letter comes first, since it would pass for a word in
//   capitals, too. Then compare with `word.uppercased()` for "xxup". For "xxmaj", `word.prefix(1).uppercased()` is the
//   first letter as a capital, to which you add the rest in small letters. `flatMap` puts one or two tokens for each
//   word.

public func capitalsAsTokens(_ words: [String]) -> [String] {
    words.flatMap { word in
        let small = word.lowercased()
        if word.count < 2 { return [small] }
        if word == word.uppercased() { return ["xxup", small] }
        return word == word.prefix(1).uppercased() + small.dropFirst() ? ["xxmaj", small] : [small]
    }
}
