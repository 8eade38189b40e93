// A source file as a reader sees it: a title, and then prose and code in turn.

/// A literate Swift file, taken apart.
public struct SourcePage: Sendable, Equatable {
    /// The file's name, "10-Loss.swift".
    public let file: String
    /// The text of its first line, `// # A loss for threes and sevens`; empty when it has no such line.
    public let title: String
    /// What the modules of its `import` lines are called.
    public let imports: [String]
    /// The rest, in reading order.
    public let pieces: [Piece]
    /// The methods that were told, in order: what the page's section has to run.
    public let parts: [String]
}

/// A part of a page.
public enum Piece: Sendable, Equatable {
    /// The text of a `// MARK:`.
    case heading(String)
    /// Markdown.
    case prose(String)
    case code(Code)
}

/// A statement or declaration. Neighbours become one cell, unless one of them has shown something.
public struct Code: Sendable, Equatable {
    public var text: String
    /// Its lines in the file, from 1. What these lines showed is its output.
    public var lines: ClosedRange<Int>
    /// How it joins the statement above it.
    public var joint: Joint
    /// Marked with `// #hide`: only what it shows appears in the book.
    public var isHidden = false

    public enum Joint: Sendable, Equatable {
        /// It is on the next line.
        case line
        /// An empty line is between them.
        case gap
        /// It begins a cell of its own, as declarations do.
        case none
    }
}

extension Piece {
    /// A run of `//` lines as Markdown: what is indented by four more spaces is code.
    static func prose(_ lines: [String]) -> Piece {
        var markdown: [String] = []
        var inCode = false
        for (index, line) in lines.enumerated() {
            let isIndented = line.hasPrefix("    ")
            let isFirst = index == 0 || lines[index - 1].isEmpty
            if isIndented, isFirst, !inCode { (inCode, markdown) = (true, markdown + ["```text"]) }
            let next = lines[index...].first { !$0.isEmpty } ?? ""
            if inCode, !next.hasPrefix("    ") { (inCode, markdown) = (false, closed(markdown)) }
            markdown.append(inCode ? String(line.dropFirst(4)) : line)
        }
        if inCode { markdown = closed(markdown) }
        return .prose(markdown.joined(separator: "\n"))
    }

    private static func closed(_ markdown: [String]) -> [String] {
        markdown + ["```"]
    }
}
