// Among hundreds of exercises, those that a reader means: by what they are, by how far the reader got, by words.

import Common
import Foundation

extension Exercise {
    /// Where an exercise comes from.
    public enum Kind: String, CaseIterable, Sendable {
        /// It goes with a question of the book.
        case question
        /// It is one of the book's tasks for further research.
        case research
        /// It is about a page, and ours.
        case page
    }

    /// All that it is: an exercise can go with a question and be a task for further research, too.
    public var kinds: Set<Kind> {
        let names = [Kind.question: "question", .research: "further research"]
        let found = names.filter { section.contains($0.value) }.keys
        return found.isEmpty ? [.page] : Set(found)
    }
}

/// Which exercises are meant. What is nil or empty leaves out none.
public struct ExerciseFilter: Sendable {
    /// How far the reader got with an exercise.
    public enum State: String, CaseIterable, Sendable {
        /// Neither solved nor given up.
        case open
        /// Open, and there is something in the file besides the stub.
        case begun
        case solved
        case givenUp = "given-up"
    }

    public var kind: Exercise.Kind?
    public var state: State?
    /// All of them are in the title, the statement, or the names of the page and the file.
    public var words: [String]

    public init(kind: Exercise.Kind? = nil, state: State? = nil, words: [String] = []) {
        (self.kind, self.state, self.words) = (kind, state, words)
    }
}

extension Desk {
    /// Whether an exercise is as the filter wants it.
    public func matches(_ exercise: Exercise, _ filter: ExerciseFilter) -> Bool {
        if let kind = filter.kind, !exercise.kinds.contains(kind) { return false }
        if let state = filter.state, !isIn(state, exercise) { return false }
        let text = "\(exercise.title)\n\(exercise.statement)\n\(exercise.pointer)\n\(exercise.file)"
        let options: String.CompareOptions = [.caseInsensitive, .diacriticInsensitive]
        return filter.words.allSatisfy { text.range(of: $0, options: options) != nil }
    }

    private func isIn(_ state: ExerciseFilter.State, _ exercise: Exercise) -> Bool {
        let entry = progress[exercise.id]
        switch state {
        case .open: return !entry.solved && !entry.gaveUp
        case .begun: return !entry.solved && !entry.gaveUp && exercise.isBegun(in: curriculum.root)
        case .solved: return entry.solved
        case .givenUp: return entry.gaveUp
        }
    }

    /// The exercises of these chapters that are as the filter wants them, one line each, and how many there are.
    public func list(_ chapters: [ExerciseChapter], _ filter: ExerciseFilter) -> String {
        let found = Curriculum(root: curriculum.root, chapters: chapters).selection { matches($0, filter) }
        let (count, all) = (found.flatMap(\.exercises).count, chapters.flatMap(\.exercises).count)
        if count == 0 { return "None of \(counted(all, "exercise")) is like that." }
        return "\(list(found))\n\n\(counted(count, "exercise"))"
    }

    /// All exercises that the reader has begun and not given up: those whose answers there are to check.
    public var begun: [ExerciseChapter] {
        curriculum.selection { !progress[$0.id].gaveUp && $0.isBegun(in: curriculum.root) }
    }

    /// What to do when there is nothing to check.
    public var nothingBegun: String {
        "No answer is begun, so there is nothing to check.\n\n\(nextPage())"
    }
}
