// Nudge: What has to be remembered while you go through the texts?
// Idea: A dictionary from token to number; a token that is not in it yet gets the next number.
// Almost: `if known[token] == nil { known[token] = known.count + 1 }`, then `known[token] ?? 0` for each.

public func numbered(_ texts: [[String]], _ tokens: [String]) -> [Int] {
    var known: [String: Int] = [:]
    for token in texts.joined() where known[token] == nil { known[token] = known.count + 1 }
    return tokens.map { known[$0] ?? 0 }
}
