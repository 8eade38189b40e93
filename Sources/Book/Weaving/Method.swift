// Just enough of a method's head, and of a call, to tell one in the place of the other.

/// A method whose body has lines of its own.
struct Method {
    let name: String
    let range: ClosedRange<Int>
    /// The lines between its braces.
    let body: ClosedRange<Int>
    /// The names that its body uses.
    let parameters: [String]
    let isPrivate: Bool
    /// Whether prose cuts the body into pieces.
    let hasProse: Bool

    init?(_ reader: SourceReader, _ range: ClosedRange<Int>) {
        let lines = reader.lines
        let depth = lines[range.lowerBound].depth
        guard let start = range.first(where: { !lines[$0].isReference && !lines[$0].trimmed.hasPrefix("@") }),
            let open = (start...range.upperBound).first(where: { lines[$0].text.hasSuffix("{") }),
            open + 1 <= range.upperBound - 1, lines[open + 1].depth == depth + 1
        else { return nil }
        let head = lines[start...open].map { String($0.trimmed) }.joined(separator: " ")
        guard let match = head.prefixMatch(of: /((?:[a-z]+ )*)func (\w+)\(/) else { return nil }
        name = String(match.2)
        isPrivate = match.1.contains("private")
        parameters = splitList(upToClosing(head[match.range.upperBound...])).map { parameter in
            String(parameter.prefix { $0 != ":" }.split(separator: " ").last ?? "")
        }
        self.range = range
        body = open + 1...range.upperBound - 1
        hasProse = body.contains { lines[$0].isProse && lines[$0].depth == depth + 1 }
    }
}

/// `try name(a, b)`, and nothing else.
struct Call {
    let name: String
    let arguments: [String]

    init?(_ statement: Substring) {
        guard let match = statement.wholeMatch(of: /(?:try )?(\w+)\((.*)\)/) else { return nil }
        let inside = upToClosing(match.2 + ")")
        guard inside.count == match.2.count else { return nil }
        name = String(match.1)
        arguments = splitList(inside).map { argument in
            String(argument.replacing(#/^\w+: /#, with: ""))
        }
    }

    /// The line that gives the arguments the parameters' names; empty when they have them. nil when that can't be said in
    /// a line: a parameter left to its default, or one that is changed under another name.
    func bindings(to parameters: [String]) -> String? {
        guard arguments.count == parameters.count else { return nil }
        let renamed = zip(parameters, arguments).filter { $0 != $1 && "&" + $0 != $1 }
        if renamed.contains(where: { $1.hasPrefix("&") }) { return nil }
        if renamed.isEmpty { return "" }
        let (names, values) = (renamed.map(\.0), renamed.map(\.1))
        if names.count == 1 { return "let \(names[0]) = \(values[0])" }
        return "let (\(names.joined(separator: ", "))) = (\(values.joined(separator: ", ")))"
    }
}

/// The text before the bracket that closes one already open.
private func upToClosing(_ text: some StringProtocol) -> String {
    var depth = 1
    return String(
        text.prefix { character in
            if "([{".contains(character) { depth += 1 }
            if ")]}".contains(character) { depth -= 1 }
            return depth > 0
        })
}

/// The parts between commas that stand in no brackets.
private func splitList(_ text: String) -> [String] {
    var (parts, depth) = ([""], 0)
    for character in text {
        if "([{".contains(character) { depth += 1 }
        if ")]}".contains(character) { depth -= 1 }
        if character == ",", depth == 0 { parts.append("") } else { parts[parts.count - 1].append(character) }
    }
    return parts.map { String(trimmedLine($0[...])) }.filter { !$0.isEmpty }
}
