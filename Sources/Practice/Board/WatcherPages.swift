// What the watching board shows: a page for each save. It begins with the task if nothing is done yet; then come the
// verdicts, the progress and the keys.

import Common
import Foundation

extension Watcher {
    /// Checks the exercises and shows what came of it.
    mutating func show(_ exercises: [Exercise]) {
        let chapters = chapters.map { $0.only(exercises) }.filter { !$0.exercises.isEmpty }
        shown = exercises
        announce(exercises, in: chapters)
        var lines: [String] = []
        if let exercise = exercises.first, exercises.count == 1, isUntouched(exercise) {
            lines.append("\(desk.page(exercise))\n")
        }
        do {
            _ = try desk.round(chapters, with: checker, say: { lines.append($0) }, build: build)
        } catch {
            lines.append("\(error)")
        }
        let page = [lines.joined(separator: "\n"), footer(exercises)].filter { !$0.isEmpty }
        say(desk.ink.newPage + page.joined(separator: "\n\n"))
    }

    mutating func showHint() {
        guard let helped else { return say("\n\(nothingLeft)") }
        do { say("\n\(try desk.hint(for: helped))") } catch { say("\(error)") }
    }

    /// Shows that the save was noticed, until the page takes its place; and that the first build takes longer.
    private func announce(_ exercises: [Exercise], in chapters: [ExerciseChapter]) {
        for chapter in chapters where !checker.isBuilt(chapter) {
            say(desk.ink.dim("Building the checks of chapter \(chapter.number) …"))
        }
        let ids = exercises.map(\.id).named
        say(desk.ink.isPlain || exercises.isEmpty ? "" : desk.ink.dim("\nchecking \(ids) …"))
    }

    private func isUntouched(_ exercise: Exercise) -> Bool {
        let text = try? readText(desk.curriculum.root.appending(path: exercise.stub))
        return text == (try? exercise.originalStub(in: desk.curriculum.root))
    }

    /// The progress, where to go on when the exercises of the page are done, and the keys.
    private func footer(_ shown: [Exercise]) -> String {
        let tally = Tally(exercises, desk.progress)
        let sum = (["\(tally.solved) of \(tally.all) solved"] + tally.remarks).joined(separator: ", ")
        var lines = ["\(tally.bar(desk.ink))  \(sum)"]
        if shown.allSatisfy(desk.isSolved) {
            lines += following.map { ["next  \(desk.ink.bold("\($0)"))", "open  \($0.stub)"] } ?? [nothingLeft]
        }
        if hasKeys { lines.append(desk.ink.dim("h hint   n next   l list   q quit")) }
        return lines.joined(separator: "\n")
    }
}

extension Watcher {
    /// What to do when the watched chapters are done: there may be others.
    private var nothingLeft: String {
        guard let next = desk.next else { return desk.allDone }
        let done = chapters.map { "\($0.number)" }.joined(separator: ", ")
        return "Nothing is left in chapter \(done).\nnext  swift run exercises watch \(next.id.chapter)"
    }
}

extension ExerciseChapter {
    /// The chapter with those of its exercises that are among `chosen`.
    fileprivate func only(_ chosen: [Exercise]) -> ExerciseChapter {
        ExerciseChapter(number: number, folder: folder, exercises: exercises.filter(chosen.contains))
    }
}
