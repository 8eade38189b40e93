// Nudge: What has to be remembered from one token to the next?
// Idea: Keep the last of the two tokens in a variable. A word uses it, and clears it.
// Almost: `switch token`: for "xxbos" nothing happens, for "xxmaj" and "xxup" remember the token, else append the word,
//   changed as the remembered token says, and forget it. `word.prefix(1).uppercased() + word.dropFirst()` has a
//   capital.

public func wordsWithCapitals(_ tokens: [String]) -> [String] {
    var (words, mark): ([String], String) = ([], "")
    for token in tokens where token != "xxbos" {
        if token == "xxmaj" || token == "xxup" {
            mark = token
            continue
        }
        let capital = token.prefix(1).uppercased() + token.dropFirst()
        words.append(mark == "xxup" ? token.uppercased() : mark == "xxmaj" ? capital : token)
        mark = ""
    }
    return words
}
