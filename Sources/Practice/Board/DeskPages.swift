// What the board shows: where the reader stands, what there is, and what comes next.

import Common

extension Desk {
    /// Progress chapter by chapter, and the next exercise in one line.
    public func board() -> String {
        let rows = catalogue.chapters.map(row)
        let tally = Tally(catalogue.exercises, progress)
        let sum = (["\(tally.solved) of \(tally.all) solved"] + tally.remarks).joined(separator: ", ")
        return "\(ink.bold("Exercises"))  \(sum)\n\n\(rows.joined(separator: "\n"))\n\n\(whatNext())"
    }

    private func row(_ chapter: ExerciseChapter) -> String {
        let tally = Tally(chapter.exercises, progress)
        let width = catalogue.chapters.map(\.title.count).max() ?? 0
        let row = "\(right(chapter.number, 4))  \(chapter.title.padded(to: width))  \(tally.bar(ink))"
        let remarks = tally.remarks.map { "   \($0)" }.joined()
        return "\(row)  \(right(tally.solved, 3))/\(tally.all)\(ink.dim(remarks))"
    }

    private func whatNext() -> String {
        guard let next else { return allDone }
        return """
            next  \(ink.bold("\(next)"))
            open  \(next.stub)
            then  swift run exercises check \(next.id)
            """
    }

    private var allDone: String {
        let tally = Tally(catalogue.exercises, progress)
        return ink.green(tally.givenUp == 0 ? "All solved." : "All done; \(tally.givenUp) given up.")
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
        let mark = entry.gaveUp ? ink.yellow("–") : entry.solved ? ink.green("✓") : ink.dim("·")
        let ids = exercise.needs.map(\.description).joined(separator: ", ")
        let needs = ids.isEmpty ? "" : ink.dim("  needs \(ids)")
        let remarks = [
            entry.gaveUp ? (entry.solved ? "given up, solved since" : "given up") : nil,
            entry.hints > 0 ? "\(entry.hints) of \(exercise.hints.count) hints read" : nil,
        ].compactMap(\.self)
        return "  \(mark) \(exercise)\(needs)"
            + (remarks.isEmpty ? "" : ink.dim("  (\(remarks.joined(separator: "; ")))"))
    }

    /// The next exercise: what to do, where, and where to read about it.
    public func nextPage() -> String {
        guard let next else { return allDone }
        return """
            \(page(next))
            then  swift run exercises check \(next.id)
            stuck?  swift run exercises hint \(next.id)
            """
    }

    /// An exercise: what to do, in which file, and where to read.
    func page(_ exercise: Exercise) -> String {
        """
        \(ink.bold("\(exercise)"))

        \(indented(exercise.statement, by: 2))

        open  \(exercise.stub)
        read  \(exercise.pointer)
        """
    }
}
