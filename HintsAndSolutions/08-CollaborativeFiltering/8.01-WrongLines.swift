// Nudge: Two things are to be done, one after the other: cut the text into lines, and look at one line. What is an
//   empty line after cutting?
// Idea: In Swift, "\r\n" is a single character, and `isNewline` is true for it as for "\n". `split` leaves out empty
//   pieces unless it is told to keep them.
// Almost: `text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)`, and of each line that is not
//   empty `split(separator: "\t", omittingEmptySubsequences: false)`. There must be four pieces, each not empty and
//   with `unicodeScalars.allSatisfy { ("0"..."9").contains($0) }`, and `Int` of the third must be in `1...5`.

public func wrongLines(_ text: String) throws -> [Int] {
    let lines = (text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text)
        .split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    return lines.indices.filter { number in
        if lines[number].isEmpty { return false }
        let columns = lines[number].split(separator: "\t", omittingEmptySubsequences: false)
        let areNumbers = columns.allSatisfy { column in
            !column.isEmpty && column.unicodeScalars.allSatisfy { ("0"..."9").contains($0) }
        }
        return !(columns.count == 4 && areNumbers && (1...5).contains(Int(columns[2]) ?? 0))
    }.map { $0 + 1 }
}
