// Nudge: Only one line matters, apart from the first one.
// Idea: Take the last line that is not empty. If its first word is one of the list, nothing is shown. Then take away
//   all signs of two characters that have a = in them: is there still one?
// Almost: `last.prefix { $0 != " " }` is the first word, and "print(" takes a `hasPrefix`, since no space ends it. Then
//   `replacingOccurrences(of: "==", with: "")` and so on, and `contains("=")`.

import Foundation

public func shownByItself(_ cell: String) throws -> String? {
    let lines = cell.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
    guard let last = lines.last, lines[0] != "#hide" else { return nil }
    let words = ["let", "var", "func", "import", "return", "for", "while", "if", "print"]
    if words.contains(String(last.prefix { $0 != " " })) || last.hasPrefix("print(") { return nil }
    var bare = last
    for operation in ["==", "<=", ">=", "!="] { bare = bare.replacingOccurrences(of: operation, with: "") }
    return bare.contains("=") ? nil : last
}
