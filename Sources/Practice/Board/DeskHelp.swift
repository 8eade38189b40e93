// Help from the desk: the next hint, the solution, and the stub as it was.

import Foundation
import Common

extension Desk {
    /// Shows one hint more than the last time, below those that were read before.
    public mutating func hint(for exercise: Exercise) throws -> String {
        let hints = exercise.hints
        try remember(exercise.id) { $0.hints = min($0.hints + 1, hints.count) }
        let taken = progress[exercise.id].hints
        let shown = zip(Exercise.hintNames, hints).prefix(taken).map { name, hint in
            "\(ink.yellow(name))\n\(indented(wrapped(hint), by: 2))"
        }
        let left = hints.count - taken
        let more = left == 0 ? "No more hints; \(exercise.pointer) has the rest." : "\(left) more to come."
        return (["\(ink.bold("\(exercise)"))"] + shown + [ink.dim(more)]).joined(separator: "\n\n")
    }

    /// The solution as it stands in its file, for whoever has solved the exercise, or gives it up, which is remembered.
    public mutating func solution(of exercise: Exercise, givingUp: Bool = false) throws -> String {
        let entry = progress[exercise.id]
        guard entry.solved || entry.gaveUp || givingUp else {
            throw Refusal(
                """
                \(exercise.id) is not solved yet (\(entry.hints) of \(exercise.hints.count) hints read).
                  one hint more:        swift run exercises hint \(exercise.id)
                  you have an answer:   swift run exercises check \(exercise.id)
                  you give it up:       swift run exercises solution \(exercise.id) --give-up
                """)
        }
        if !entry.solved && !entry.gaveUp { try remember(exercise.id) { $0.gaveUp = true } }
        let text = try String(contentsOf: catalogue.root.appending(path: exercise.solution), encoding: .utf8)
        let note = progress[exercise.id].gaveUp ? "\n\(ink.yellow("\(exercise.id) counts as given up."))" : ""
        return "\(ink.dim(exercise.solution))\n\n\(text)\(note)"
    }

    /// Brings the stub back, keeps the reader's answer, and counts the exercise as open, with its hints unread.
    public mutating func reset(_ exercise: Exercise) throws -> String {
        let kept = try exercise.restoreStub(in: catalogue.root)
        try remember(exercise.id) { $0 = PracticeProgress.Entry() }
        let note = kept.map { "\nYour answer is kept in \($0.path)" } ?? ""
        return "\(exercise.stub) is the stub again.\(note)"
    }
}
