// To cut a page into cells we must know where statements begin and end. No compiler is needed for that: it is enough
// to count brackets, and not to count those in strings and comments.

import Common

/// The lines of a Swift file, each with the depth of brackets around it.
struct SwiftSource {
    struct Line {
        let text: String
        /// How many brackets are open where the line begins.
        let depth: Int
        /// The line begins inside a string of several lines, or a block comment.
        let isInside: Bool

        var trimmed: String { Common.trimmed(text) }
        var isBlank: Bool { !isInside && trimmed.isEmpty }
        /// An own-line `///`: reference, which stays with its code.
        var isReference: Bool { !isInside && trimmed.hasPrefix("///") }
        /// An own-line `//`: prose.
        var isProse: Bool { !isInside && trimmed.hasPrefix("//") && !isReference }
        /// The text after the `//`.
        var prose: String { String(trimmed.dropFirst(2).trimmingPrefix(" ")) }
    }

    let lines: [Line]

    /// - Throws: when the brackets don't balance, and no cut through the file could be trusted.
    init(_ text: String, name: String) throws {
        var scanner = BracketScanner()
        lines = Common.lines(of: text).map { line in
            let (depth, isInside) = (scanner.depth, scanner.isInside)
            scanner.scan(line[...])
            return Line(text: line, depth: depth, isInside: isInside)
        }
        if scanner.depth != 0 || scanner.isInside {
            throw Refusal("\(name): its brackets and quotes could not be matched; is there one too many?")
        }
    }

    /// The last line of the statement or declaration that begins on line `start`: the first line after which as many
    /// brackets are open as before, unless the statement continues there.
    func end(ofStatementAt start: Int) -> Int {
        var end = start
        while end + 1 < lines.count {
            let next = lines[end + 1]
            if next.depth <= lines[start].depth, !next.isInside, !goesOn(end, next) { return end }
            end += 1
        }
        return end
    }

    private func goesOn(_ index: Int, _ next: Line) -> Bool {
        let line = lines[index]
        if line.isBlank || next.isBlank || next.isProse { return false }
        if line.isReference { return true }
        if line.trimmed.hasPrefix("@"), line.trimmed.wholeMatch(of: /@\w+(\(.*\))?/) != nil { return true }
        let opening = next.trimmed.prefix(2)
        if opening.hasPrefix("."), opening != "..", !opening.hasPrefix(". ") { return true }
        if ["??", "? ", ": ", "+ ", "- ", "* ", "/ ", "&&", "||", "{"].contains(where: { opening.hasPrefix($0) }) {
            return true
        }
        return [",", " =", "->", "&&", "||", " +", " -", " *", " /"].contains { line.text.hasSuffix($0) }
    }

    /// The text of some lines, without the indentation that they share.
    func text(_ range: ClosedRange<Int>) -> String {
        let shared =
            range.filter { !lines[$0].isBlank && !lines[$0].isInside }
            .map { index in lines[index].text.prefix { $0 == " " }.count }.min() ?? 0
        return range.map { index in
            let indent = lines[index].text.prefix(shared).prefix { $0 == " " }.count
            return String(lines[index].text.dropFirst(indent))
        }.joined(separator: "\n")
    }
}
