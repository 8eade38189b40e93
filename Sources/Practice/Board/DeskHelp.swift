// Help from the desk: the next hint, the solution, and the stub as it was.

import Common
import Foundation

extension Desk {
    /// Shows one more hint than the last time, below those that were read before.
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

    /// The solution, word for word as in its file, once the exercise is solved or given up; giving up is remembered.
    public mutating func solution(of exercise: Exercise, givingUp: Bool = false) throws -> String {
        let entry = progress[exercise.id]
        guard entry.solved || entry.gaveUp || givingUp else {
            throw Refusal(
                """
                \(exercise.id.named) is not solved yet (\(entry.hints) of \(exercise.hints.count) hints read).
                  one more hint:        swift run exercises hint \(exercise.id)
                  check your answer:    swift run exercises check \(exercise.id)
                  give up:              swift run exercises solution \(exercise.id) --give-up
                """)
        }
        if !entry.solved && !entry.gaveUp { try remember(exercise.id) { $0.gaveUp = true } }
        let text = try readText(curriculum.root.appending(path: exercise.solution))
        let note = progress[exercise.id].gaveUp ? "\n\(ink.yellow("\(exercise.id.named) counts as given up."))" : ""
        return "\(ink.bold("\(exercise)"))\n\(ink.dim(exercise.solution))\n\n\(text)\(note)"
    }

    /// Brings the stub back and keeps the reader's answer. An exercise that was solved keeps its mark; one that was not
    /// starts over, with its hints unread.
    public mutating func reset(_ exercise: Exercise) throws -> String {
        let copy = try exercise.restoreStub(in: curriculum.root)
        try remember(exercise.id) {
            if $0.solved { $0.isSecondTry = true } else { $0 = PracticeProgress.Entry() }
        }
        let answer = copy.map { "\nYour answer is kept in \($0.path)" } ?? ""
        let mark = isSolved(exercise) ? "\nThe exercise stays marked as solved." : ""
        return "\(exercise.stub) is the stub again.\(answer)\(mark)"
    }
}
