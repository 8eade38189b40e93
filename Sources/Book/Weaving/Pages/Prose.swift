// Prose on its way to a page of the book: names in it become links.

import Common

/// What names in the prose lead to.
struct Links {
    var symbols = SymbolIndex()
    /// What the chapter itself declares, and the page on which it does; files that are pages of the site.
    var declarations: [String: String] = [:]

    /// The prose of `page` with its inline code linked, where it is the name of something. Code blocks stay as they
    /// are, and so do names that are part of a link already.
    func linked(_ markdown: String, on page: String) -> String {
        var isCode = false
        return markdown.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            if trimmed(line).hasPrefix("```") { isCode.toggle() }
            return isCode || line.hasPrefix("#") ? String(line) : linked(line: line, on: page)
        }.joined(separator: "\n")
    }

    private func linked(line: Substring, on page: String) -> String {
        // A link as a whole, a symbol in double backticks, or code: only the last is looked up.
        String(line).replacing(/\[[^\]]*\]\([^)]*\)|``[^`]*``|`([^`]+)`/) { match in
            guard let name = match.1, let target = target(of: String(name), on: page) else { return String(match.0) }
            return "[\(match.0)](<doc:\(target)>)"
        }
    }

    private func target(of name: String, on page: String) -> String? {
        if let own = declarations[name] { return own == page ? nil : own }
        return symbols[name]
    }
}

extension SourcePage {
    /// The types and functions that this file declares for the whole chapter: "linear1", "BasicOptimizer".
    var declarations: [String] {
        pieces.compactMap { piece in
            guard case .code(let code) = piece, !code.isHidden else { return nil }
            let head = code.text.split(separator: "\n").first { !$0.hasPrefix("///") && !$0.hasPrefix("@") } ?? ""
            if head.hasPrefix("private ") { return nil }
            let match = head.prefixMatch(of: /(?:[a-z]+ )*(?:func|struct|class|enum|protocol|actor) (\w+)/)
            return match.map { String($0.1) }
        }
    }
}
