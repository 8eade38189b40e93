// The mark that leaves code out of the book.
//
// Code that only serves the run (which data is here, how many files were skipped) would be noise on a page. A line
// `// #hide` directly above a statement leaves its code out of the book. What the statement shows still appears:
// nothing can hide what was computed.

extension SourceReader {
    /// `// #hide` with a statement directly below.
    func isHideMark(_ line: Int) -> Bool {
        guard lines[line].isProse, lines[line].prose == "#hide", line + 1 < lines.count else { return false }
        return !lines[line + 1].isBlank && !lines[line + 1].isProse
    }
}
