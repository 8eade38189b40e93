// Nudge: A line is about a row of equal parts. Where does a row begin, and where does it end?
// Idea: Go through the parts with the place at which the current row began. When the next part differs, or there is
//   none, write the line of the row, and begin a new one.
// Almost: A `while` loop: `var end = start; while end + 1 < parts.count, parts[end + 1] == parts[start] { end += 1 }`,
//   then a line of one kind or the other, and `start = end + 1`.

public func shortenedList(_ parts: [String]) throws -> [String] {
    var (lines, start) = ([String](), 0)
    while start < parts.count {
        var end = start
        while end + 1 < parts.count, parts[end + 1] == parts[start] { end += 1 }
        let count = end - start + 1
        lines.append(count == 1 ? "(\(start)): \(parts[start])" : "(\(start)-\(end)): \(count) × \(parts[start])")
        start = end + 1
    }
    return lines
}
