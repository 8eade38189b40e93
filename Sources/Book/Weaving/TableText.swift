// Tables come out of a run as text, aligned for the terminal. On a page they become tables again.

/// A table, read back from its text.
struct TableText {
    struct Column {
        let title: String
        let isNumeric: Bool
    }

    let columns: [Column]
    let rows: [[String]]

    /// nil when the text isn't a table after all, or has characters of double width.
    init?(_ text: String) {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        guard let head = lines.first, lines.count > 1 else { return nil }
        let rule = lines[1]
        let isRuled = !rule.isEmpty && rule.allSatisfy { $0 == "─" || $0 == " " }
        let cut = isRuled ? { cells(of: $0, under: rule) } : { $0.split(separator: " ").map(String.init) }
        let body = lines.dropFirst(isRuled ? 2 : 1)
        let titles = cut(head)
        rows = body.map(cut)
        if titles.isEmpty || rows.contains(where: { $0.count != titles.count }) { return nil }
        if isRuled, lines.contains(where: { !fits($0, rule) }) { return nil }
        columns = titles.enumerated().map { [rows] index, title in
            Column(title: title, isNumeric: rows.allSatisfy { isNumber($0[index]) })
        }
    }

    /// GitHub's form, in which DocC and notebooks read tables.
    var markdown: String {
        let head = columns.map { escaped($0.title) }
        let rule = columns.map { $0.isNumeric ? "---:" : ":---" }
        let lines = [head, rule] + rows.map { $0.map(escaped) }
        return lines.map { "| " + $0.joined(separator: " | ") + " |" }.joined(separator: "\n")
    }
}

/// The parts of a line that stand over the strokes of the rule.
private func cells(of line: Substring, under rule: Substring) -> [String] {
    let characters = Array(line)
    return strokes(of: rule).map { stroke in
        let range = stroke.clamped(to: 0..<max(stroke.lowerBound, characters.count))
        return range.lowerBound < characters.count ? String(trimmedLine(Substring(String(characters[range])))) : ""
    }
}

private func strokes(of rule: Substring) -> [Range<Int>] {
    var start = 0
    return rule.split(separator: " ", omittingEmptySubsequences: false).compactMap { stroke in
        defer { start += stroke.count + 1 }
        return stroke.isEmpty ? nil : start..<start + stroke.count
    }
}

/// Whether a line is no longer than the rule and blank between its strokes.
private func fits(_ line: Substring, _ rule: Substring) -> Bool {
    line.count <= rule.count && zip(line, rule).allSatisfy { $1 != " " || $0 == " " }
}

private func isNumber(_ text: String) -> Bool {
    text.isEmpty || text.wholeMatch(of: /[-+−]?[\d.,:]+(e-?\d+)?( ?(%|s|ms|MB))?/) != nil
}

/// Plain text in Markdown: nothing in it is taken for markup.
func escaped(_ text: String) -> String {
    text.reduce(into: "") { result, character in
        if "\\`*_[]<>|#".contains(character) { result.append("\\") }
        result.append(character)
    }
}
