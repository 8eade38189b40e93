// Long lines broken between words.

/// A text whose lines are at most `columns` wide, unless a single word is wider. The text's own line breaks stay, and
/// so does a line that fits, with all its spaces.
public func wrapped(_ text: String, to columns: Int = 96) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
        .flatMap { line in
            let fits = String(line).displayWidth <= columns
            return fits ? [String(line)] : broken(line) { $0.displayWidth <= columns }
        }
        .joined(separator: "\n")
}

/// The words of a text in as few lines as possible that all fit; a word that does not has a line of its own.
public func broken(_ text: some StringProtocol, where fits: (String) -> Bool) -> [String] {
    text.split(separator: " ").reduce(into: []) { lines, word in
        let longer = lines.last.map { "\($0) \(word)" } ?? ""
        if !lines.isEmpty, fits(longer) {
            lines[lines.count - 1] = longer
        } else {
            lines.append(String(word))
        }
    }
}
