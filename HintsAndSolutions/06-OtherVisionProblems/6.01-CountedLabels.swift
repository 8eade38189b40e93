// Nudge: A row is a list of fields. Where in it are the labels? The first line knows.
// Idea: Split each line at its commas, and keep empty fields: a photo without labels has one. Look up the places of the
//   two columns once, then go through the other lines.
// Almost: `line.split(separator: ",", omittingEmptySubsequences: false)`, the places by `firstIndex(of: "labels")`, and
//   for each label of a row whose other field is "False": `counts[String(label), default: 0] += 1`.

public func labelCounts(_ table: String) throws -> [String: Int]? {
    let lines = table.split(whereSeparator: \.isNewline).map {
        $0.split(separator: ",", omittingEmptySubsequences: false)
    }
    guard let names = lines.first, let labels = names.firstIndex(of: "labels"),
        let isValid = names.firstIndex(of: "is_valid"), lines.allSatisfy({ $0.count == names.count })
    else { return nil }
    var counts: [String: Int] = [:]
    for row in lines.dropFirst() where row[isValid] == "False" {
        for label in row[labels].split(separator: " ") { counts[String(label), default: 0] += 1 }
    }
    return counts
}
