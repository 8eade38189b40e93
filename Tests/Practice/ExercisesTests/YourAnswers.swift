// The board's checks as tests: `swift test --filter Exercises`.
//
// Each answer is checked as the board does it, in a process of its own. One that crashes, stops with a message of the
// engine or never ends is one failed test, and the others are still tested.
//
// What has no answer yet must not look like something that passed. A parameterized test whose cases are cancelled would
// be reported as passed, so the exercises are divided first: answers are tested, and one cancelled test names the rest.

import Board
import Practice
import Testing

@Suite struct `Your answers` {
    static let all = (try? curriculum.get().chapters.flatMap { answers(of: $0, checker) }) ?? []
    static let answered = all.filter { !$0.isUnanswered }

    @Test(arguments: answered)
    func `the answers so far are right`(_ answer: Answer) throws {
        if let complaint = try answer.complaint() { Issue.record("\(complaint)") }
    }

    @Test func `the other exercises are unanswered`() throws {
        let open = Self.all.filter(\.isUnanswered)
        if !open.isEmpty {
            let ids = open.map(\.exercise.id.description).joined(separator: ", ")
            try Test.cancel("\(open.count) of \(Self.all.count) are unanswered: \(ids)")
        }
    }
}

/// An exercise, and what came of checking the reader's answer.
struct Answer: Sendable, CustomTestStringConvertible {
    let exercise: Exercise
    let checked: Result<Checked, any Error>

    var isUnanswered: Bool { (try? checked.get().verdict.isUnanswered) ?? false }

    var testDescription: String { exercise.description }

    /// What is wrong with the answer; nil for a right one. Throws when it could not be checked.
    func complaint() throws -> String? {
        let verdict = try checked.get().verdict
        return verdict == .solved ? nil : "\(exercise)\n\(exercise.feedback(on: verdict))"
    }
}

/// Checks all answers of a chapter, one after the other.
func answers(of chapter: ExerciseChapter, _ checker: Checker) -> [Answer] {
    chapter.exercises.map { exercise in
        Answer(exercise: exercise, checked: Result { try checker.check(exercise.id, of: chapter) })
    }
}

extension Verdict {
    var isUnanswered: Bool { if case .unanswered = self { true } else { false } }
}
