// Text in columns.

/// Every line of a text moved to the right.
public func indented(_ text: String, by columns: Int) -> String {
    let margin = String(repeating: " ", count: columns)
    return text.split(separator: "\n", omittingEmptySubsequences: false)
        .map { $0.isEmpty ? "" : margin + $0 }.joined(separator: "\n")
}

/// Blocks of lines side by side, `gap` columns apart.
public func sideBySide(_ blocks: [[String]], gap: Int) -> [String] {
    let widths = blocks.map { $0.map(\.displayWidth).max() ?? 0 }
    return (0..<(blocks.map(\.count).max() ?? 0)).map { row in
        let cells = zip(blocks, widths).map { block, width in
            (row < block.count ? block[row] : "").padded(to: width)
        }
        return cells.joined(separator: String(repeating: " ", count: gap)).withoutTrailingSpaces
    }
}

/// A number at the right edge of its columns.
public func right(_ number: Int, _ columns: Int) -> String { "\(number)".padded(to: columns, .right) }

/// The beginning of a text, at most `length` characters of it, cut between two words: "It was a dark and …".
public func beginning(of text: String, _ length: Int) -> String {
    guard text.count > length else { return text }
    let start = text.prefix(length)
    return (start.lastIndex(of: " ").map { start[..<$0] } ?? start) + " …"
}
