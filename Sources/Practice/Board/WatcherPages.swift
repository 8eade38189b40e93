// What the watching board shows: a page for each save. It begins with the task where nothing is done yet, then come the
// verdicts, and below the progress and the keys.

import Foundation
import Common

extension Watcher {
    /// Checks the exercises and shows what came of it.
    mutating func show(_ exercises: [Exercise]) {
        let chapters = chapters.map { $0.only(exercises) }.filter { !$0.exercises.isEmpty }
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
        guard let current else { return }
        do { say("\n\(try desk.hint(for: current))") } catch { say("\(error)") }
    }

    /// A sign that the save was noticed, where the page will take its place; and that the first build takes longer.
    private func announce(_ exercises: [Exercise], in chapters: [ExerciseChapter]) {
        for chapter in chapters where !checker.isBuilt(chapter) {
            say(desk.ink.dim("Building the checks of chapter \(chapter.number) …"))
        }
        let ids = exercises.map(\.id.description).joined(separator: ", ")
        say(desk.ink.isPlain || exercises.isEmpty ? "" : desk.ink.dim("\nchecking \(ids) …"))
    }

    private func isUntouched(_ exercise: Exercise) -> Bool {
        let text = try? String(contentsOf: desk.catalogue.root.appending(path: exercise.stub), encoding: .utf8)
        return text.map(exercise.isStub) ?? false
    }

    /// The progress, where to go on when the exercises of the page are done, and the keys.
    private func footer(_ shown: [Exercise]) -> String {
        let tally = Tally(exercises, desk.progress)
        let sum = (["\(tally.solved) of \(tally.all) solved"] + tally.remarks).joined(separator: ", ")
        var lines = ["\(tally.bar(desk.ink))  \(sum)"]
        if shown.allSatisfy(desk.isSolved) {
            lines +=
                following.map { ["next  \(desk.ink.bold("\($0)"))", "open  \($0.stub)"] } ?? ["Nothing is left here."]
        }
        if hasKeys { lines.append(desk.ink.dim("h hint   n next   l list   q quit")) }
        return lines.joined(separator: "\n")
    }
}

extension ExerciseChapter {
    /// The chapter with those of its exercises that are among `chosen`.
    fileprivate func only(_ chosen: [Exercise]) -> ExerciseChapter {
        ExerciseChapter(number: number, folder: folder, exercises: exercises.filter(chosen.contains))
    }
}
