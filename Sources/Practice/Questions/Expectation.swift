// What a proof expects, read from its text. A test can be green whatever the code does; the plainest ways are found
// here.

/// One `#expect(…)` or `expectClose(…)` of a proof.
struct Expectation {
    /// What stands between its parentheses.
    let text: String
    /// The same in parts: the arguments, and of these the sides of `&&` and `||`.
    private let arguments: [String]
    private let clauses: [String]

    private init(_ text: String) {
        self.text = text
        arguments = parts(of: text, between: [","])
        clauses = arguments.flatMap { parts(of: $0, between: ["&&", "||"]) }
    }

    /// All expectations of a proof. Those in comments and strings are none.
    static func all(in code: String) -> [Expectation] {
        let (characters, bare) = (Array(code), Array(withoutWords(code)))
        return ["#expect(", "expectClose("].flatMap { name in
            bare.indices.filter { bare[$0...].starts(with: name) }.map { start in
                let first = start + name.count
                var depth = 1
                let length = bare[first...].prefix { character in
                    depth += "(".contains(character) ? 1 : ")".contains(character) ? -1 : 0
                    return depth > 0
                }.count
                return Expectation(String(characters[first..<first + length]))
            }
        }
    }

    /// Why it is true whatever the code does; nil when it is not that simple.
    var emptiness: String? {
        let names = withoutWords(text).matches(of: /[A-Za-z_]\w*/).map { String($0.output) }
        if names.allSatisfy(["true", "false", "nil"].contains) { return "calls nothing and names nothing" }
        if text.contains("||"), clauses.contains("true") { return "is true whatever else it says" }
        let hasEqualSides = clauses.contains { clause in
            let sides = parts(of: clause, between: ["==", "<=", ">="])
            return sides.count == 2 && sides[0] == sides[1]
        }
        let isCloseToItself = arguments.count > 1 && arguments[0] == arguments[1]
        return hasEqualSides || isCloseToItself ? "compares something with itself" : nil
    }
}

/// The parts of an expression between these operators, outside of all its brackets and strings.
private func parts(of expression: String, between operators: [String]) -> [String] {
    let (characters, bare) = (Array(expression), Array(withoutWords(expression)))
    var (parts, depth, index) = ([""], 0, 0)
    while index < bare.count {
        depth += "([{".contains(bare[index]) ? 1 : ")]}".contains(bare[index]) ? -1 : 0
        if depth == 0, let found = operators.first(where: { bare[index...].starts(with: $0) }) {
            parts.append("")
            index += found.count
        } else {
            parts[parts.count - 1].append(characters[index])
            index += 1
        }
    }
    return parts.map { $0.filter { !$0.isWhitespace } }
}

/// The code with a space for every character that is in a string or in a comment.
private func withoutWords(_ code: String) -> String {
    var (isString, isComment, isEscaped) = (false, false, false)
    let characters = Array(code)
    return String(
        characters.indices.map { index in
            let character = characters[index]
            defer { isEscaped = character == "\\" && !isEscaped }
            if character.isNewline { (isString, isComment) = (false, false) }
            if isComment { return character.isNewline ? character : " " }
            if character == "\"", !isEscaped { isString.toggle(); return " " }
            if isString { return " " }
            isComment = character == "/" && index + 1 < characters.count && characters[index + 1] == "/"
            return isComment ? " " : character
        })
}
