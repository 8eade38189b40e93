// Reading a file into pieces. Declarations stay whole, with their reference above them. What a page tells, its methods
// with prose in them, is taken out of its scaffolding: see Story.swift.

/// Goes through the lines of one file.
struct SourceReader {
    let file: String
    let source: SwiftSource
    var lines: [SwiftSource.Line] { source.lines }

    init(_ text: String, file: String) throws {
        self.file = file
        source = try SwiftSource(text, name: file)
    }

    /// - Parameter story: the page tells a story in the methods of an extension, as a chapter's sections do.
    func page(story: Bool) -> SourcePage {
        var pieces = pieces(in: 0...max(0, lines.count - 1), story: story)
        var title = ""
        if case .prose(let header)? = pieces.first, header.hasPrefix("# ") {
            let rest = header.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
            title = String(rest[0].dropFirst(2))
            let text = rest.count > 1 ? rest[1].trimmingPrefix(/\n+/) : ""
            pieces[0] = .prose(String(text))
            if text.isEmpty { pieces.removeFirst() }
        }
        return SourcePage(file: file, title: title, imports: imports, pieces: pieces)
    }

    private var imports: [String] {
        lines.filter { $0.depth == 0 && !$0.isInside && $0.trimmed.contains(#/^(@\w+ )*import /#) }
            .compactMap { $0.trimmed.split(separator: " ").last.map(String.init) }
    }

    /// The pieces of some lines that stand at one depth: a whole file, or the members of an extension.
    func pieces(in range: ClosedRange<Int>, story: Bool) -> [Piece] {
        items(in: range).flatMap { item -> [Piece] in
            switch item {
            case .prose(let range): [text(of: range)]
            case .code(let range, let joint):
                if lines[range.lowerBound].trimmed.contains(#/^(@\w+ )*import /#) {
                    []
                } else if story, let told = Story(self, extension: range) {
                    told.pieces
                } else {
                    [.code(code(range, joint == .gap ? .none : joint))]
                }
            }
        }
    }

    func code(_ range: ClosedRange<Int>, _ joint: Code.Joint) -> Code {
        Code(text: source.text(range), lines: range.lowerBound + 1...range.upperBound + 1, joint: joint)
    }

    /// Prose, or the heading that it is.
    func text(of range: ClosedRange<Int>) -> Piece {
        let text = range.map { lines[$0].prose }
        guard text[0].hasPrefix("MARK:") else { return .prose(text) }
        return .heading(text[0].dropFirst(5).drop { " -".contains($0) }.description)
    }
}

// MARK: Items

extension SourceReader {
    /// What stands next to each other at one depth.
    enum Item {
        case prose(ClosedRange<Int>)
        case code(ClosedRange<Int>, Code.Joint)

        var isProse: Bool { if case .prose = self { true } else { false } }
    }

    /// Comments and statements of `range`, in order.
    func items(in range: ClosedRange<Int>) -> [Item] {
        var items: [Item] = []
        var index = range.lowerBound
        var isAfterBlank = false
        while index <= range.upperBound {
            if lines[index].isBlank { (isAfterBlank, index) = (true, index + 1); continue }
            let item = item(at: index, isAfterBlank ? .gap : .line)
            items.append(item.item)
            (isAfterBlank, index) = (false, item.end + 1)
        }
        return items
    }

    private func item(at start: Int, _ joint: Code.Joint) -> (item: Item, end: Int) {
        guard lines[start].isProse else {
            let end = source.end(ofStatementAt: start)
            return (.code(start...end, joint), end)
        }
        let isMark = lines[start].prose.hasPrefix("MARK:")
        var end = start
        while !isMark, end + 1 < lines.count, lines[end + 1].isProse, !lines[end + 1].prose.hasPrefix("MARK:") {
            end += 1
        }
        return (.prose(start...end), end)
    }
}
