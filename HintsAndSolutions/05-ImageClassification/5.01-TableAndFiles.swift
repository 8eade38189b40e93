// Nudge: Two steps: from text to rows, and from rows and files to the three results. Do the first one completely before
//   you begin with the second.
// Idea: `text.split(whereSeparator: \.isNewline)` knows both kinds of line ends and leaves out empty lines. A line that
//   has only spaces is empty as well.
// Almost: Split a line with `omittingEmptySubsequences: false`, so that "a," has two parts of which one is empty. For
//   the second step, `Set(files)` and the dictionary's keys answer "is it there?" at once.

import Foundation

public func joined(
    table: String, files: [String]
) throws -> (labels: [String: String], missing: [String], strays: [String])? {
    var (names, all): ([String], [String: String]) = ([], [:])
    let lines = table.split(whereSeparator: \.isNewline).filter { !$0.allSatisfy(\.isWhitespace) }
    for line in lines.dropFirst() {
        let cells = line.split(separator: ",", omittingEmptySubsequences: false).map {
            $0.trimmingCharacters(in: .whitespaces)
        }
        guard cells.count == 2, !cells.contains(""), all[cells[0]] == nil else { return nil }
        names.append(cells[0])
        all[cells[0]] = cells[1]
    }
    let present = Set(files)
    return (
        all.filter { present.contains($0.key) }, names.filter { !present.contains($0) },
        files.filter { all[$0] == nil }
    )
}
