// Weaving proper: the pieces of a page, and under each statement what it showed.

import Notebook

/// A page with its outputs.
public struct WovenPage: Sendable {
    public enum Block: Sendable {
        case heading(String)
        case prose(String)
        case cell(Cell)
    }

    public let source: SourcePage
    public var title: String { source.title }
    public internal(set) var blocks: [Block]

    /// The paragraph right under the title, what a reader can do after the page, without the section's number in front
    /// of it; empty when the page begins otherwise.
    var promise: String {
        guard case .prose(let header)? = blocks.first else { return "" }
        let end = header.firstRange(of: "\n\n")?.lowerBound ?? header.endIndex
        return String(header[..<end].trimmingPrefix(#/Section [\d.]+ · /#))
    }

    /// What comes below the promise.
    var story: [Block] {
        guard case .prose(let header)? = blocks.first else { return blocks }
        let rest = header.firstRange(of: "\n\n").map { String(header[$0.upperBound...]) }
        return (rest.map { [.prose($0)] } ?? []) + blocks.dropFirst()
    }

    /// The prose before the first code, as paragraphs.
    var introduction: [String] {
        let prose = blocks.prefix { if case .prose = $0 { true } else { false } }
        return prose.flatMap { block -> [String] in
            if case .prose(let text) = block { text.split(separator: "\n\n").map(String.init) } else { [] }
        }
    }

    public var cells: [Cell] {
        blocks.compactMap { if case .cell(let cell) = $0 { cell } else { nil } }
    }

    /// The names of the numbers that it records.
    var recordNames: Set<String> {
        Set(cells.flatMap(\.outputs).filter { $0.kind == .record }.map(\.caption))
    }
}

extension WovenPage {
    /// Headings and code: no prose, no outputs, and of predictions only their questions.
    var stripped: [Block] {
        blocks.compactMap { block in
            switch block {
            case .heading: block
            case .prose: nil
            case .cell(let cell) where cell.code.isEmpty: nil
            case .cell(let cell):
                .cell(Cell(code: cell.asked, asked: cell.asked, lines: cell.lines, outputs: []))
            }
        }
    }
}

/// Code, and what it showed.
public struct Cell: Sendable {
    /// Empty for a hidden statement.
    public internal(set) var code: String
    /// The code for readers who are to predict what it shows.
    var asked: String
    /// The lines of the source that it shows, one range for every statement.
    public internal(set) var lines: [ClosedRange<Int>]
    public internal(set) var outputs: [Output]
}

/// An output, and the line of a page that it belongs to.
struct PlacedOutput {
    let output: Output
    /// The page's file and its line, from 1.
    let file: String, line: Int
}

extension WovenPage {
    /// - Parameter outputs: those of this page, in the order of the run.
    init(_ source: SourcePage, outputs: [PlacedOutput]) {
        self.source = source
        blocks = []
        var shown = Dictionary(grouping: outputs.indices) { outputs[$0].line }
        for piece in source.pieces {
            switch piece {
            case .heading(let text): blocks.append(.heading(text))
            case .prose(let text): blocks.append(.prose(text))
            case .code(let code):
                let turns = code.lines.flatMap { shown.removeValue(forKey: $0) ?? [] }.sorted()
                add(code, turns.map { outputs[$0] })
            }
        }
    }

    /// A statement joins the cell above it, as long as that one has shown nothing. A hidden one adds only its outputs.
    private mutating func add(_ code: Code, _ placed: [PlacedOutput]) {
        let outputs = placed.map(\.output)
        if code.isHidden {
            if !outputs.isEmpty {
                blocks.append(.cell(Cell(code: "", asked: "", lines: [code.lines], outputs: outputs)))
            }
            return
        }
        let asked = withQuestions(code.text, from: code.lines.lowerBound, asked: questions(placed))
        if case .cell(var cell)? = blocks.last, cell.outputs.isEmpty, code.joint != .none {
            let joint = code.joint == .gap ? "\n\n" : "\n"
            (cell.code, cell.asked) = (cell.code + joint + code.text, cell.asked + joint + asked)
            cell.lines.append(code.lines)
            cell.outputs = outputs
            blocks[blocks.count - 1] = .cell(cell)
        } else {
            blocks.append(.cell(Cell(code: code.text, asked: asked, lines: [code.lines], outputs: outputs)))
        }
    }
}

/// What was asked on each line; once, if a loop asked it again.
private func questions(_ outputs: [PlacedOutput]) -> [Int: [String]] {
    outputs.reduce(into: [:]) { questions, placed in
        guard let text = placed.output.question?.text else { return }
        if questions[placed.line]?.contains(text) != true { questions[placed.line, default: []].append(text) }
    }
}
