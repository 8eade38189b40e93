// Nudge: Which parts of the text may have to stay whole, and what is between them?
// Idea: Cut the text at its spaces, look at each part, and put the spaces back as tokens between the parts.
// Almost: `text.split(separator: " ", omittingEmptySubsequences: false)` keeps empty parts, so two spaces are not lost.
//   Before each part but the first comes " "; then the part as a whole, or `part.map { String($0) }`.

public func signs(of text: String, special: [String]) -> [String] {
    var tokens: [String] = []
    for (place, part) in text.split(separator: " ", omittingEmptySubsequences: false).enumerated() {
        if place > 0 { tokens.append(" ") }
        tokens += special.contains(String(part)) ? [String(part)] : part.map { String($0) }
    }
    return tokens
}
