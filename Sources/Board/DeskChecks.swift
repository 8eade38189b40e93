// Checking from the desk: verdicts are said as they come and remembered, and the sum stands at the end.

import Practice

extension Desk {
    /// Checks the exercises of `chapters`. Returns whether nothing is wrong; what has no answer yet is not wrong.
    public mutating func check(
        _ chapters: [ExerciseChapter], with checker: Checker, say: (String) -> Void
    ) throws -> Bool {
        let ink = ink
        return try check(chapters, with: checker, say: say) { chapter in
            if !checker.isBuilt(chapter) { say(ink.dim("Building the checks of chapter \(chapter.number) …")) }
            try checker.build(chapter)
        }
    }

    /// The same, with a build step of one's own.
    mutating func check(
        _ chapters: [ExerciseChapter], with checker: Checker, say: (String) -> Void,
        build: (ExerciseChapter) throws -> Void
    ) throws -> Bool {
        var verdicts: [Verdict] = []
        var allCompile = true
        for chapter in chapters {
            do {
                try build(chapter)
            } catch let failure as DoesNotCompile {
                say("\(failure)")
                say("\(ink.red("✗ \(chapter)")): does not compile, so none of its answers was checked")
                allCompile = false
                continue
            }
            for exercise in chapter.exercises {
                let checked = try checker.check(exercise.id, of: chapter)
                try remember(exercise.id) { $0.solved = checked.verdict == .solved }
                say(line(checked, on: exercise))
                verdicts.append(checked.verdict)
            }
        }
        if !verdicts.isEmpty { say("\n\(sum(of: verdicts))") }
        return allCompile && !verdicts.contains(where: \.isWrong)
    }

    /// What the reader gets to see for one verdict.
    func line(_ checked: Checked, on exercise: Exercise) -> String {
        let line =
            switch checked.verdict {
            case .solved: ink.green("✓ \(exercise)")
            case .unanswered(exercise.id.description): ink.dim("· \(exercise): unanswered")
            case .unanswered(let id): ink.dim("· \(exercise): waits for \(id), which is unanswered")
            case .wrong, .crashed, .tookTooLong:
                "\(ink.red("✗ \(exercise)"))\n\(indented(exercise.feedback(on: checked.verdict), by: 4))"
            }
        return line + printed(by: checked)
    }

    /// What the answer itself printed: the reader's own way of looking inside, so it is shown, but not without end.
    private func printed(by checked: Checked) -> String {
        let lines = checked.printed.split(separator: "\n")
        guard !lines.isEmpty else { return "" }
        let shown = lines.prefix(10).joined(separator: "\n") + (lines.count > 10 ? "\n…" : "")
        return "\n    your answer printed:\n" + ink.dim(indented(shown, by: 6))
    }

    private func sum(of verdicts: [Verdict]) -> String {
        let solved = verdicts.count { $0 == .solved }
        let wrong = verdicts.count(where: \.isWrong)
        return "\(solved) solved, \(wrong) wrong, \(verdicts.count - solved - wrong) unanswered"
    }
}

extension Exercise {
    /// What is wrong with an answer, and where to read again.
    public func feedback(on verdict: Verdict) -> String {
        let message =
            switch verdict {
            case .solved: "solved"
            case .unanswered(let id): "\(id) is unanswered"
            case .wrong(let message): message
            case .crashed(let words): "crashed: \(words)"
            case .tookTooLong(let seconds): "took longer than \(seconds) s"
            }
        return "\(message)\nread again: \(pointer)"
    }
}
