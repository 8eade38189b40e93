// Help from the desk: the next hint, and the stub as it was.

extension Desk {
    /// Shows one hint more than the last time, below those that were read before.
    public mutating func hint(for exercise: Exercise) throws -> String {
        let hints = exercise.hints
        let taken = min(progress[exercise.id].hints + 1, hints.count)
        try remember(exercise.id) { $0.hints = taken }
        let shown = zip(Exercise.hintNames, hints).prefix(taken).map { name, hint in
            "\(ink.yellow(name))\n\(indented(hint, by: 2))"
        }
        let left = hints.count - taken
        let more = left == 0 ? "No more hints; \(exercise.pointer) has the rest." : "\(left) more to come."
        return (["\(ink.bold("\(exercise)"))"] + shown + [ink.dim(more)]).joined(separator: "\n\n")
    }

    /// Brings the stub back, keeps the reader's answer, and counts the exercise as open, with its hints unread.
    public mutating func reset(_ exercise: Exercise) throws -> String {
        let kept = try exercise.restoreStub(in: catalogue.root)
        try remember(exercise.id) { $0 = PracticeProgress.Entry() }
        let note = kept.map { "\nYour answer is kept in \($0.path)" } ?? ""
        return "\(exercise.stub) is the stub again.\(note)"
    }
}
