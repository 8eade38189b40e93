// What makes an exercise fair: it says what to do and helps three times. That its solution solves it, and its stub does
// not, is proven with its chapter (ChapterSupport/Exercises.swift).
//
// That the stub and the solution have the same signature needs no test: a `Check` takes both as values of one type.

import Board
import Foundation
import Practice
import Testing

@Suite struct `Every exercise` {
    static let exercises = (try? curriculum.get().exercises) ?? []

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

    /// `make stubs` copies new and changed stubs.
    @Test(arguments: exercises)
    func `has a copy of its stub, for reset to bring back`(_ exercise: Exercise) throws {
        let original = try exercise.originalStub(in: root)
        #expect(exercise.isStub(original), "the copy holds an answer")
        if try isUntouched(exercise) { #expect(try text(of: exercise.stub) == original, "make stubs") }
    }

    @Test(arguments: exercises)
    func `says what to do in the stub alone, and helps in the solution alone`(_ exercise: Exercise) throws {
        let (stub, solution) = try (exercise.originalStub(in: root), text(of: exercise.solution))
        for name in Exercise.hintNames { #expect(!stub.contains("\(name.capitalized): ")) }
        for line in exercise.statement.split(separator: "\n") { #expect(!solution.contains(line)) }
        #expect(!solution.contains(exercise.title))
    }

    /// Set in the project's own checks, which run on a fresh clone: there nobody has answered anything.
    @Test(.enabled(if: ProcessInfo.processInfo.environment["GROUNDUP_FRESH_CLONE"] != nil), arguments: exercises)
    func `is unanswered in a fresh clone`(_ exercise: Exercise) throws {
        #expect(try isUntouched(exercise))
    }
}
