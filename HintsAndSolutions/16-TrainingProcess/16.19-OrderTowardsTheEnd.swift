// Nudge: Without `towardEnd` it is the sorting of the page, with names in place of objects. How must the list begin, so
//   that the same sorting gives what is wanted?
// Idea: First put those towards the end behind the others, both groups in their order. Then sort as on the page.
// Almost: `names.filter { !towardEnd.contains($0) } + names.filter(towardEnd.contains)`. For the circle, go from one
//   who waits to somebody who precedes it and waits, too, until a name comes again; what lies between is the circle.

struct NamesInACircle: Error, CustomStringConvertible {
    let names: [String]
    var description: String { "cannot be sorted: \(names.joined(separator: " before "))" }
}

public func sortedNames(_ names: [String], before: [(String, String)], towardEnd: Set<String>) throws -> [String] {
    func precedes(_ one: String, _ other: String) -> Bool { before.contains { $0 == (one, other) } }
    var waiting = names.filter { !towardEnd.contains($0) } + names.filter(towardEnd.contains)
    var sorted: [String] = []
    while !waiting.isEmpty {
        let free = waiting.firstIndex { name in !waiting.contains { precedes($0, name) } }
        guard let free else { throw circle(in: waiting, precedes) }
        sorted.append(waiting.remove(at: free))
    }
    return sorted
}

/// Everybody who waits has somebody before them, so the way back never ends, and must come to a name again.
private func circle(in waiting: [String], _ precedes: (String, String) -> Bool) -> NamesInACircle {
    var path = [waiting[0]]
    while true {
        let next = waiting.first { precedes($0, path.last!) }!
        if let start = path.firstIndex(of: next) { return NamesInACircle(names: ([next] + path[start...].reversed())) }
        path.append(next)
    }
}
