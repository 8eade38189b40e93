// What makes an exercise fair: it says what to do, helps three times, can be solved, and is not solved already.
//
// That the stub and the solution have the same signature needs no test: a `Check` takes both as values of one type.

import Board
import Foundation
import Practice
import Testing

@Suite struct `Every exercise` {
    static let exercises = (try? catalogue.get().exercises) ?? []

    /// Each stub as it was. An answered one is the reader's good right; its stub is in the history, where `reset` finds
    /// it too. Only a copy of the project without history, once answered, has none.
    static let stubs = exercises.compactMap { exercise in
        (try? originalText(of: exercise)).map { (exercise: exercise, text: $0) }
    }

    @Test(arguments: exercises)
    func `has three hints, all different`(_ exercise: Exercise) {
        #expect(exercise.hints.count == 3)
        #expect(Set(exercise.hints).count == 3)
        #expect(exercise.hints.allSatisfy { $0.count > 20 })
    }

    @Test(arguments: exercises)
    func `points to a page and needs only what comes before`(_ exercise: Exercise) throws {
        #expect(FileManager.default.fileExists(atPath: root.appending(path: exercise.page).path))
        let ids = Self.exercises.map(\.id)
        #expect(exercise.needs.allSatisfy { $0 < exercise.id && ids.contains($0) })
    }

    @Test(arguments: exercises)
    func `has a solution that its check accepts`(_ exercise: Exercise) throws {
        let check = try #require(allChecks.first { $0.id == exercise.id.description })
        #expect(check.verdictOnSolution() == .solved)
    }

    @Test(arguments: exercises)
    func `is not solved by its untouched stub`(_ exercise: Exercise) throws {
        guard try isUntouched(exercise) else { return }
        let check = try #require(allChecks.first { $0.id == exercise.id.description })
        let verdict = check.verdictOnReader()
        #expect(verdict.isUnanswered || verdict.isWrong, "the check passes without an answer")
    }

    @Test(arguments: stubs)
    func `has a stub with the head and statement of its solution`(_ exercise: Exercise, _ text: String) throws {
        let head = try Exercise(text: text, folder: exercise.folder, file: exercise.file)
        #expect(head.id == exercise.id && head.title == exercise.title && head.needs == exercise.needs)
        #expect(head.pointer == exercise.pointer)
        #expect(head.statement == exercise.statement)
        #expect(head.hints.isEmpty, "hints belong to the solution")
    }

    @Test func `has a stub to look at`() throws {
        let found = Self.stubs.map(\.exercise)
        let missing = Self.exercises.filter { !found.contains($0) }
        if !missing.isEmpty { try Test.cancel("answered, and no history to show the stub: \(missing)") }
    }

    /// Set in the project's own checks, which run on a fresh clone: there nobody has answered anything.
    @Test(.enabled(if: ProcessInfo.processInfo.environment["GROUNDUP_FRESH_CLONE"] != nil), arguments: exercises)
    func `is unanswered in a fresh clone`(_ exercise: Exercise) throws {
        #expect(try isUntouched(exercise))
    }
}
