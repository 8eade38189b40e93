// Checking from the desk: verdicts are printed and remembered as they come, and the totals come at the end.

import Common
import Practice

/// How the checking of some exercises went.
struct Round {
    var verdicts: [Verdict] = []
    /// How many answers do not compile, and whether that kept all answers of a chapter from being checked.
    var broken = 0
    var allCompile = true

    var isFine: Bool { allCompile && broken == 0 && !verdicts.contains(where: \.isWrong) }

    /// "1 solved, 0 wrong, 2 unanswered", and what does not compile.
    var sum: String {
        let solved = verdicts.count { $0 == .solved }
        let wrong = verdicts.count(where: \.isWrong)
        let sum = "\(solved) solved, \(wrong) wrong, \(verdicts.count - solved - wrong) unanswered"
        return broken == 0 ? sum : "\(sum), \(broken) not compiled"
    }
}

extension Desk {
    /// Checks the exercises of `chapters`. Returns whether nothing is wrong; what has no answer yet is not wrong.
    public mutating func check(
        _ chapters: [ExerciseChapter], with checker: Checker, say: (String) -> Void
    ) throws -> Bool {
        var hasBrokenHelper = false
        let (ink, leftOut) = (ink, leftOut)
        let round = try round(chapters, with: checker, say: say) { chapter in
            if !checker.isBuilt(chapter) { say(ink.dim("Building the checks of chapter \(chapter.number) …")) }
            return try checker.build(chapter) { file, words in
                hasBrokenHelper = true
                say(leftOut(file, words))
            }
        }
        if !round.verdicts.isEmpty || round.broken > 0 { say("\n\(round.sum)") }
        return round.isFine && !hasBrokenHelper
    }

    /// A file of the reader's own that is no answer, and what is wrong with it.
    func leftOut(_ file: String, _ words: String) -> String {
        "\(coloured(words))\(ink.red("✗ \(file)")): does not compile, so it is left out"
    }

    /// The same without the totals, and with another build step, which returns what does not compile.
    mutating func round(
        _ chapters: [ExerciseChapter], with checker: Checker, say: (String) -> Void,
        build: (ExerciseChapter) throws -> [ExerciseID: String]
    ) throws -> Round {
        var round = Round()
        let isAlone = chapters.flatMap(\.exercises).count == 1
        for chapter in chapters {
            let broken: [ExerciseID: String]
            do {
                broken = try build(chapter)
            } catch let failure as DoesNotCompile {
                say(coloured("\(failure)"))
                say("\(ink.red("✗ \(chapter)")): does not compile, so none of its answers was checked")
                round.allCompile = false
                continue
            }
            for exercise in chapter.exercises {
                if let words = broken[exercise.id] {
                    say("\(coloured(words))\(ink.red("✗ \(exercise)")): does not compile")
                    round.broken += 1
                    continue
                }
                let checked = try checker.check(exercise.id, of: chapter)
                let isUntouched = checked.verdict == .unanswered(exercise.id.description)
                // A stub that came back does not undo what was solved before.
                if !isUntouched { try remember(exercise.id) { $0.take(isSolved: checked.verdict == .solved) } }
                let isOpen = isAlone && isUntouched
                let needs = checked.verdict.isWrong || isOpen ? try openNeeds(of: exercise, in: chapter, checker) : []
                say(line(checked, on: exercise) + warning(needs))
                round.verdicts.append(checked.verdict)
            }
            let others = broken.keys.filter { id in !chapter.exercises.contains { $0.id == id } }.sorted()
            if let first = others.first {
                say(ink.dim("not checked, because it does not compile: \(others.named)"))
                say(ink.dim("for what the compiler says:  swift run exercises check \(first)"))
            }
        }
        return round
    }

    /// The unsolved exercises that this one relies on. The record may be out of date, so the checks are run.
    private mutating func openNeeds(
        of exercise: Exercise, in chapter: ExerciseChapter, _ checker: Checker
    ) throws -> [ExerciseID] {
        var open: [ExerciseID] = []
        for id in exercise.needs where !progress[id].solved {
            let isSolved = try id.chapter == chapter.number && checker.check(id, of: chapter).verdict == .solved
            if isSolved { try remember(id) { $0.take(isSolved: true) } } else { open.append(id) }
        }
        return open
    }

    private func warning(_ needs: [ExerciseID]) -> String {
        needs.map { "\n    " + ink.yellow("\($0.named) is not solved yet; this check relies on it") }.joined()
    }

    /// What the reader sees for one verdict.
    func line(_ checked: Checked, on exercise: Exercise) -> String {
        let line =
            switch checked.verdict {
            case .solved: ink.green("✓ \(exercise)")
            case .unanswered(exercise.id.description): ink.dim("· \(exercise): unanswered")
            case .unanswered(let id): ink.dim("· \(exercise): waits for exercise \(id), which is unanswered")
            case .wrong, .crashed, .tookTooLong:
                "\(ink.red("✗ \(exercise)"))\n\(indented(exercise.feedback(on: checked.verdict), by: 4))"
            }
        return line + printed(by: checked)
    }

    /// The compiler's words as it coloured them, if we use colours at all.
    private func coloured(_ words: String) -> String { ink.isPlain ? withoutColours(words) : words }

    /// What was printed meanwhile, mostly by the answer: the reader's own way of looking inside, so it is shown, but
    /// not endlessly.
    private func printed(by checked: Checked) -> String {
        let lines = checked.printed.split(separator: "\n")
        guard !lines.isEmpty else { return "" }
        let shown = lines.prefix(10).joined(separator: "\n") + (lines.count > 10 ? "\n…" : "")
        return "\n    printed meanwhile:\n" + ink.dim(indented(shown, by: 6))
    }
}

extension Exercise {
    /// What is wrong with an answer, and where to read again.
    public func feedback(on verdict: Verdict) -> String {
        let message =
            switch verdict {
            case .solved: "solved"
            case .unanswered(let id): "exercise \(id) is unanswered"
            case .wrong(let message): message
            case .crashed(let words): "crashed: \(words)"
            case .tookTooLong(let seconds, let asked): "took longer than \(seconds) s\(asked.map { "\n\($0)" } ?? "")"
            }
        return "\(message)\nread again: \(pointer)"
    }
}
