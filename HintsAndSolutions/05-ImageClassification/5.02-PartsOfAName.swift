// Nudge: A regular expression can have several pairs of parentheses. Begin with one that fits
//   `great_pyrenees_173.jpg`, and then look at the conditions one by one.
// Idea: `name.wholeMatch(of:)` has to fit the whole name, so nothing may stand before or behind it. `[A-Za-z]` is a
//   letter as the statement wants it, while `\w` would take an é as well. `(?:jpe?g|png)` is one of three endings.
// Almost: `#/([A-Za-z][A-Za-z0-9_]*)_([0-9]+)\.(jpe?g|png)/#.ignoresCase()` has three parts, `output.1` to `output.3`.
//   `Int("…")` is nil where the number is too large.

public func partsOfName(_ name: String) throws -> (breed: String, number: Int, ending: String)? {
    let pattern = #/([A-Za-z][A-Za-z0-9_]*)_([0-9]+)\.([A-Za-z]+)/#
    guard let parts = name.wholeMatch(of: pattern)?.output, let number = Int(parts.2) else { return nil }
    let ending = parts.3.lowercased()
    guard ["jpg", "jpeg", "png"].contains(ending) else { return nil }
    return (String(parts.1), number, ending)
}
