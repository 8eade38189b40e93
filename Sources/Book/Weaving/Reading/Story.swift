// A page is told in the order of its file. For the compiler a section is made of methods in extensions of
// the chapter, with declarations between them; for the reader those methods are nothing but prose and code. So their
// heads and closing braces are scaffolding and left out, and so is the extension around them:
//
//     extension DigitClassifier {
//         func sigmoidFunction() {
//             // Wanted: a function that takes any number …
//             show(…)
//         }
//     }
//
// A method is told if the chapter can run it as a part of a section: it is not private, has no parameters and returns
// nothing. All other members stay whole and in their place. Helpers come last, under a `// MARK: Helpers`.

/// The members of an extension, told.
struct Story {
    let pieces: [Piece]
    /// The methods that were told, in order.
    let parts: [String]

    /// nil when `range` is not an extension with a method to tell.
    init?(_ reader: SourceReader, extension range: ClosedRange<Int>) {
        let head = reader.lines[range.lowerBound].trimmed
        guard head.contains(/^(public )?extension \w+ *\{$/), range.count > 2 else { return nil }
        var (pieces, parts): ([Piece], [String]) = ([], [])
        for item in reader.items(in: range.lowerBound + 1...range.upperBound - 1) {
            guard case .code(let range, _) = item, let part = Part(reader, range) else {
                pieces.append(reader.piece(item, standsAlone: true))
                continue
            }
            let told = reader.items(in: part.body)
            pieces += told.enumerated().map { reader.piece($1, standsAlone: $0 == 0) }
            parts.append(part.name)
        }
        if parts.isEmpty { return nil }
        (self.pieces, self.parts) = (pieces, parts)
    }
}

/// A method that is part of a section.
private struct Part {
    let name: String
    /// The lines between its braces.
    let body: ClosedRange<Int>

    /// nil when the declaration in `range` is something else.
    init?(_ reader: SourceReader, _ range: ClosedRange<Int>) {
        let lines = reader.lines
        guard let head = range.first(where: { !lines[$0].isReference && !lines[$0].trimmed.hasPrefix("@") }),
            let match = lines[head].trimmed.wholeMatch(of: /((?:[a-z]+ )*)func (\w+)\(\)(?: throws)? \{/),
            !match.1.contains("private"), head + 1 < range.upperBound
        else { return nil }
        (name, body) = (String(match.2), head + 1...range.upperBound - 1)
    }
}
