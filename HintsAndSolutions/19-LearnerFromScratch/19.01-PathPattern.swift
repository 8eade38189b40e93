// Nudge: The page does this twice: along the characters of a name, and along the parts of a path. Both times the first
//   sign of the pattern decides, and the rest is the same question again.
// Idea: Write `fits` for two lists of parts, and another for two lists of characters. `**` and `*` are the same idea:
//   they stand for nothing more, or swallow one and stay. In the page's loop, a set is one more kind of sign that
//   stands for one character.
// Almost: For "[", `pattern.firstIndex(of: "]")` ends the set. In it, go through the characters; one that is followed
//   by "-" and another character is the range from the first to the third, since characters can be compared with <=.

public func fitsPath(_ path: String, _ pattern: String) throws -> Bool {
    func parts(_ text: String) -> ArraySlice<Substring> { text.split(separator: "/")[...] }
    return fits(parts(path), parts(pattern))
}

private func fits(_ path: ArraySlice<Substring>, _ pattern: ArraySlice<Substring>) -> Bool {
    guard let part = pattern.first else { return path.isEmpty }
    if part == "**" { return fits(path, pattern.dropFirst()) || !path.isEmpty && fits(path.dropFirst(), pattern) }
    guard let name = path.first, fits(name, part) else { return false }
    return fits(path.dropFirst(), pattern.dropFirst())
}

private func fits(_ name: Substring, _ pattern: Substring) -> Bool {
    var (name, pattern) = (name, pattern)
    var star: (name: Substring, pattern: Substring)?
    while !(name.isEmpty && pattern.isEmpty) {
        if pattern.first == "*" {
            pattern = pattern.dropFirst()
            star = (name, pattern)
        } else if let character = name.first, let rest = afterSign(pattern, character) {
            (name, pattern) = (name.dropFirst(), rest)
        } else if let last = star, !last.name.isEmpty {
            (name, pattern) = (last.name.dropFirst(), last.pattern)
            star = (name, pattern)
        } else {
            return false
        }
    }
    return true
}

/// What is left of a pattern behind its first sign, if that stands for the character.
private func afterSign(_ pattern: Substring, _ character: Character) -> Substring? {
    guard let sign = pattern.first else { return nil }
    guard sign == "[", let end = pattern.firstIndex(of: "]") else {
        return sign == "?" || sign == character ? pattern.dropFirst() : nil
    }
    return isIn(Array(pattern[..<end].dropFirst()), character) ? pattern[pattern.index(after: end)...] : nil
}

/// Whether a set like a-fx has a character.
private func isIn(_ set: [Character], _ character: Character) -> Bool {
    guard let first = set.first else { return false }
    let isRange = set.count > 2 && set[1] == "-"
    let last = isRange ? set[2] : first
    return first <= character && character <= last || isIn(Array(set.dropFirst(isRange ? 3 : 1)), character)
}
