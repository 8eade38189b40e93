// What makes a page readable from top to bottom, as far as a program can tell. A page begins with prose. A declaration
// comes right after the prose that calls for it, or is named in prose above it, and no code uses it before. Helpers
// under the heading of that name are exempt. Nothing that is hidden is missed.

@testable import Weaving

extension SourcePage {
    /// What keeps the page from being read from top to bottom; empty when nothing does.
    var disorder: [String] {
        let begins = told.first?.prose == nil ? ["it begins with code"] : []
        return (begins + unprepared + usedTooEarly + missed + misplacedMarks).map { "\(file): \($0)" }
    }

    /// The page without its promise and its helpers.
    private var told: [Piece] {
        var body = pieces
        if let header = body.first?.prose {
            let paragraphs = header.split(separator: "\n\n", maxSplits: 1)
            body.replaceSubrange(0..<1, with: paragraphs.dropFirst().map { .prose(String($0)) })
        }
        return Array(body.prefix { $0 != .heading("Helpers") })
    }

    /// Declarations that come out of the blue.
    private var unprepared: [String] {
        told.indices.compactMap { index in
            guard let name = told[index].declared, index == 0 || told[index - 1].prose == nil else { return nil }
            let isNamed = told[..<index].contains { $0.prose?.contains("`\(name)") == true }
            return isNamed ? nil : "no prose leads to \(name)"
        }
    }

    private var usedTooEarly: [String] {
        told.indices.compactMap { index in
            guard let name = told[index].declared else { return nil }
            let isUsed = told[..<index].contains { $0.code?.mentions(name) == true }
            return isUsed ? "\(name) is used before it is declared" : nil
        }
    }

    /// Hidden code that a reader would miss: it declares what the visible code uses, or records a number.
    private var missed: [String] {
        let hidden = pieces.compactMap { if case .code(let code) = $0, code.isHidden { code.text } else { nil } }
        let visible = pieces.compactMap(\.code)
        return hidden.flatMap { text -> [String] in
            let names = text.matches(of: /\b(?:let|var|func) (\w+)/).map { String($0.1) }
            return names.filter { name in visible.contains { $0.mentions(name) } }.map { "\($0) is hidden, but used" }
                + (text.contains("record(") ? ["a record is hidden"] : [])
        }
    }

    /// `// #hide` that has no statement below it, or is inside one.
    private var misplacedMarks: [String] {
        let texts = pieces.compactMap { $0.prose ?? $0.code }
        return texts.filter { $0.contains("#hide") }.map { "#hide must be directly above a statement: \($0)" }
    }
}

extension Piece {
    fileprivate var prose: String? { if case .prose(let text) = self { text } else { nil } }

    /// Visible code.
    fileprivate var code: String? { if case .code(let code) = self, !code.isHidden { code.text } else { nil } }

    /// The name that it declares for others: of a function or type, or of anything with a `///` above it.
    fileprivate var declared: String? {
        guard let code else { return nil }
        let head = code.split(separator: "\n").first { !$0.hasPrefix("//") && !$0.hasPrefix("@") } ?? ""
        let isReferenced = code.hasPrefix("///")
        guard let match = head.prefixMatch(of: /(?:[a-z]+ )*(func|struct|class|enum|protocol|actor|var|let) (\w+)/),
            isReferenced || !["var", "let"].contains(match.1)
        else { return nil }
        return String(match.2)
    }
}

extension String {
    fileprivate func mentions(_ name: String) -> Bool {
        matches(of: /\w+/).contains { $0.0 == name }
    }
}
