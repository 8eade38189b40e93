// Nudge: Every wanted key belongs to an area, whether it is answered or not.
// Idea: Go through the wanted keys, and add 0 or 1 to the count of the area.
// Almost: `key.prefix { $0 != "." }` is the area; `counts[area, default: 0] += isAnswered ? 0 : 1`.

public func missingByArea(_ wanted: [String], answers: [String: String]) throws -> [String: Int] {
    var counts: [String: Int] = [:]
    for key in wanted {
        let area = String(key.prefix { $0 != "." })
        let isAnswered = (answers[key] ?? "").contains { $0 != " " }
        counts[area, default: 0] += isAnswered ? 0 : 1
    }
    return counts
}
