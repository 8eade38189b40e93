// Counting brackets through Swift code, line by line. Strings may hold code again (`"\(x)"`), so the scanner
// keeps a stack of contexts.

/// Goes through a file and knows how many brackets are open.
struct BracketScanner {
    private enum Context {
        /// Code, with the number of brackets that were open when it began.
        case code(since: Int)
        case string(hashes: Int, isMultiline: Bool)
        case blockComment
    }

    private var contexts: [Context] = [.code(since: 0)]

    /// Open brackets, of all kinds.
    private(set) var depth = 0

    /// True inside a string or block comment.
    var isInside: Bool { contexts.count > 1 }

    mutating func scan(_ line: Substring) {
        var rest = line
        while !rest.isEmpty { step(&rest) }
        endLine()
    }

    /// Goes over the next character of a line, or over the mark or comment that begins there.
    mutating func step(_ rest: inout Substring) {
        switch contexts[contexts.count - 1] {
        case .code(let since): scanCode(&rest, since: since)
        case .string(let hashes, let isMultiline): scanString(&rest, hashes, isMultiline)
        case .blockComment: if skip("*/", in: &rest) { contexts.removeLast() } else { rest.removeFirst() }
        }
    }

    mutating func endLine() {
        // A single-line string that didn't end was not a string: a quote in a regular expression, say.
        if case .string(_, false) = contexts[contexts.count - 1] { contexts.removeLast() }
    }

    private mutating func scanCode(_ rest: inout Substring, since: Int) {
        if rest.hasPrefix("//") { return rest = "" }
        if skip("/*", in: &rest) { return contexts.append(.blockComment) }
        if beginsString(&rest) || skipRegex(&rest) { return }
        let character = rest.removeFirst()
        switch character {
        case "`": rest = rest.drop { $0 != "`" }.dropFirst()
        case "(", "[", "{": depth += 1
        case ")" where contexts.count > 1 && depth == since: contexts.removeLast()
        case ")", "]", "}": depth -= 1
        default: break
        }
    }

    private mutating func beginsString(_ rest: inout Substring) -> Bool {
        let hashes = rest.prefix { $0 == "#" }.count
        let quotes = rest.dropFirst(hashes).prefix { $0 == "\"" }.count
        if quotes == 0 { return false }
        let isMultiline = quotes >= 3
        rest = rest.dropFirst(hashes + (isMultiline ? 3 : 1))
        contexts.append(.string(hashes: hashes, isMultiline: isMultiline))
        return true
    }

    /// Goes over a regular expression between `#/` and `/#` on one line: its brackets need not match.
    private func skipRegex(_ rest: inout Substring) -> Bool {
        let hashes = rest.prefix { $0 == "#" }.count
        let opened = rest.dropFirst(hashes)
        guard hashes > 0, opened.first == "/" else { return false }
        let pattern = opened.dropFirst()
        guard let end = pattern.firstRange(of: "/" + String(repeating: "#", count: hashes)) else { return false }
        rest = pattern[end.upperBound...]
        return true
    }

    private mutating func scanString(_ rest: inout Substring, _ hashes: Int, _ isMultiline: Bool) {
        let marks = String(repeating: "#", count: hashes)
        if skip("\\" + marks + "(", in: &rest) { return contexts.append(.code(since: depth)) }
        if skip((isMultiline ? "\"\"\"" : "\"") + marks, in: &rest) {
            contexts.removeLast()
        } else {
            rest = rest.dropFirst(rest.hasPrefix("\\" + marks) ? 2 + hashes : 1)
        }
    }

    private func skip(_ mark: String, in rest: inout Substring) -> Bool {
        guard rest.hasPrefix(mark) else { return false }
        rest = rest.dropFirst(mark.count)
        return true
    }
}
