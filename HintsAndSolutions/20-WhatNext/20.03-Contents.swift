// Nudge: Walk through the lines, and remember whether you are in code.
// Idea: `line.prefix { $0 == "#" }.count` is the level. A heading has a level of 1 to 3, and a space behind it.
// Almost: `if line.hasPrefix("```") { isCode.toggle() }`; a guard for the rest; then `String(repeating: "  ", count:
//   level - 1) + "- " + line.dropFirst(level + 1)`.

public func contents(of post: String) throws -> [String] {
    var (isCode, lines) = (false, [String]())
    for line in post.split(separator: "\n", omittingEmptySubsequences: false) {
        if line.hasPrefix("```") { isCode.toggle() }
        let level = line.prefix { $0 == "#" }.count
        guard !isCode, (1...3).contains(level), line.dropFirst(level).hasPrefix(" ") else { continue }
        lines.append(String(repeating: "  ", count: level - 1) + "- " + line.dropFirst(level + 1))
    }
    return lines
}
