// Reading a file into pieces. Declarations stay whole, with their reference above them. Sections are taken out of their
// scaffolding: see Story.swift.

/// Goes through the lines of one file.
struct SourceReader {
    let file: String
    let source: SwiftSource
    var lines: [SwiftSource.Line] { source.lines }

    init(_ text: String, file: String) throws {
        self.file = file
        source = try SwiftSource(text, name: file)
    }

    /// - Parameter story: the page tells a story in the methods of extensions, as a chapter's sections do.
    func page(story: Bool) -> SourcePage {
        var (pieces, parts): ([Piece], [String]) = ([], [])
        for item in items(in: 0...max(0, lines.count - 1)) {
            if case .code(let range, _) = item, isImport(range.lowerBound) { continue }
            if case .code(let range, _) = item, story, let told = Story(self, extension: range) {
                (pieces, parts) = (pieces + told.pieces, parts + told.parts)
            } else {
                pieces.append(piece(item, standsAlone: true))
            }
        }
        let title = takeTitle(from: &pieces)
        return SourcePage(file: file, title: title, imports: imports, pieces: pieces, parts: parts)
    }

    /// Removes the title from the prose at the file's head; empty when there is none.
    private func takeTitle(from pieces: inout [Piece]) -> String {
        guard case .prose(let header)? = pieces.first, header.hasPrefix("# ") else { return "" }
        let rest = header.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
        let text = rest.count > 1 ? rest[1].trimmingPrefix(/\n+/) : ""
        pieces[0] = .prose(String(text))
        if text.isEmpty { pieces.removeFirst() }
        return String(rest[0].dropFirst(2))
    }

    private var imports: [String] {
        lines.indices.filter { lines[$0].depth == 0 && !lines[$0].isInside && isImport($0) }
            .compactMap { lines[$0].trimmed.split(separator: " ").last.map(String.init) }
    }

    private func isImport(_ line: Int) -> Bool { lines[line].trimmed.contains(#/^(@\w+ )*import /#) }

    /// - Parameter standsAlone: code after an empty line begins a cell of its own, as declarations do.
    func piece(_ item: Item, standsAlone: Bool) -> Piece {
        switch item {
        case .prose(let range): text(of: range)
        case .code(let range, .gap) where standsAlone: code(range, .none)
        case .code(let range, let joint): code(range, joint)
        case .hidden(let range): code(range, .none, isHidden: true)
        }
    }

    private func code(_ range: ClosedRange<Int>, _ joint: Code.Joint, isHidden: Bool = false) -> Piece {
        let lines = range.lowerBound + 1...range.upperBound + 1
        return .code(Code(text: source.text(range), lines: lines, joint: joint, isHidden: isHidden))
    }

    /// Prose, or a heading if it is a `MARK:`.
    private func text(of range: ClosedRange<Int>) -> Piece {
        let text = range.map { lines[$0].prose }
        guard text[0].hasPrefix("MARK:") else { return .prose(text) }
        return .heading(text[0].dropFirst(5).drop { " -".contains($0) }.description)
    }
}

// MARK: Items

extension SourceReader {
    /// What a file, an extension or a method is made of: prose and code at one depth of brackets.
    enum Item {
        case prose(ClosedRange<Int>)
        case code(ClosedRange<Int>, Code.Joint)
        /// A statement under `// #hide`.
        case hidden(ClosedRange<Int>)
    }

    /// Comments and statements of `range`, in order.
    func items(in range: ClosedRange<Int>) -> [Item] {
        var items: [Item] = []
        var index = range.lowerBound
        var isAfterBlank = true
        while index <= range.upperBound {
            if lines[index].isBlank { (isAfterBlank, index) = (true, index + 1); continue }
            let item = item(at: index, isAfterBlank ? .gap : .line)
            items.append(item.item)
            (isAfterBlank, index) = (false, item.end + 1)
        }
        return items
    }

    private func item(at start: Int, _ joint: Code.Joint) -> (item: Item, end: Int) {
        if isHideMark(start) {
            let end = source.end(ofStatementAt: start + 1)
            return (.hidden(start + 1...end), end)
        }
        guard lines[start].isProse else {
            let end = source.end(ofStatementAt: start)
            return (.code(start...end, joint), end)
        }
        var end = start
        while !isMark(start), end + 1 < lines.count, lines[end + 1].isProse, !isMark(end + 1), !isHideMark(end + 1) {
            end += 1
        }
        return (.prose(start...end), end)
    }

    private func isMark(_ line: Int) -> Bool { lines[line].prose.hasPrefix("MARK:") }
}
