// What the board shows: where the reader stands, what there is, and what comes next.

extension Desk {
    /// Progress chapter by chapter, and the next exercise in one line.
    public func board() -> String {
        let rows = catalogue.chapters.map(row)
        let all = catalogue.exercises
        let head = "\(ink.bold("Exercises"))  \(all.count(where: isSolved)) of \(all.count) solved"
        return "\(head)\n\n\(rows.joined(separator: "\n"))\n\n\(whatNext())"
    }

    private func row(_ chapter: ExerciseChapter) -> String {
        let (solved, all) = (chapter.exercises.count(where: isSolved), chapter.exercises.count)
        let width = catalogue.chapters.map(\.title.count).max() ?? 0
        let title = chapter.title + String(repeating: " ", count: width - chapter.title.count)
        return "\(right(chapter.number, 4))  \(title)  \(bar(solved, of: all))  \(right(solved, 3))/\(all)"
    }

    /// A bar of twenty cells. It is full only when everything is done, and empty only when nothing is.
    private func bar(_ done: Int, of all: Int) -> String {
        let cells = all == 0 ? 0 : (done * 20 + all / 2) / all
        let full = done == all ? 20 : min(max(cells, done > 0 ? 1 : 0), 19)
        return ink.green(String(repeating: "█", count: full)) + ink.dim(String(repeating: "░", count: 20 - full))
    }

    private func whatNext() -> String {
        guard let next else { return ink.green("All solved.") }
        return """
            next  \(ink.bold("\(next)"))
            open  \(next.stub)
            then  swift run exercises check \(next.id)
            """
    }

    /// All exercises of the chapters, one line each.
    public func list(_ chapters: [ExerciseChapter]) -> String {
        chapters.map { chapter in
            let lines = chapter.exercises.map(line)
            return "\(ink.bold("\(chapter)"))\n\(lines.joined(separator: "\n"))"
        }.joined(separator: "\n\n")
    }

    private func line(_ exercise: Exercise) -> String {
        let entry = progress[exercise.id]
        let mark = entry.solved ? ink.green("✓") : ink.dim("·")
        let hints = entry.hints == 0 ? "" : ink.dim("  (\(entry.hints) of \(exercise.hints.count) hints read)")
        let ids = exercise.needs.map(\.description).joined(separator: ", ")
        let needs = ids.isEmpty ? "" : ink.dim("  needs \(ids)")
        return "  \(mark) \(exercise)\(needs)\(hints)"
    }

    /// The next exercise: what to do, where, and where to read about it.
    public func nextPage() -> String {
        guard let next else { return whatNext() }
        return """
            \(ink.bold("\(next)"))

            \(indented(next.statement, by: 2))

            open  \(next.stub)
            read  \(next.pointer)
            then  swift run exercises check \(next.id)
            stuck?  swift run exercises hint \(next.id)
            """
    }
}

/// A number flush right in `width` columns.
private func right(_ number: Int, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - "\(number)".count)) + "\(number)"
}
