// Answers that crash or never end (Fixtures/Checks99), to see that they take no other test down with them.

import Practice
import Testing

@testable import Board

@Suite struct `A bad answer` {
    /// Solved, unanswered, wrong, out of range, endless, exits, stops with a message.
    /// The endless one gets a second, the others all the time that they need on a busy machine.
    static let verdicts = (1...7).flatMap { number in
        answers(
            of: ExerciseChapter(number: 99, folder: "99-Bad", exercises: [number].compactMap(exercise)),
            Checker(root: root, programs: checker.programs, seconds: number == 5 ? 1 : 120))
    }

    static let chapter = ExerciseChapter(number: 99, folder: "99-Bad", exercises: (1...7).compactMap(exercise))

    static func exercise(_ number: Int) -> Exercise? {
        let stub = "// Exercise 99.\(number) · Title\n// Section 9.1: Page.swift\n\n/// What to do.\npublic func f()"
        return try? Exercise(stub: stub, solution: "", folder: "99-Bad", file: "99.0\(number)-Bad.swift")
    }

    @Test(arguments: [
        (3, "expected  \"right\""), (4, "crashed: "), (4, "Index out of range"), (5, "took longer than 1 s"),
        (6, "ended in the middle"), (7, "crashed: matmul: inner sizes differ"), (7, "read again: section 9.1"),
    ])
    func `fails one test, with its message`(_ number: Int, _ words: String) throws {
        #expect(try Self.verdicts[number - 1].complaint()?.contains(words) == true)
    }

    @Test func `leaves the right one right, and the missing one missing`() throws {
        #expect(try Self.verdicts[0].complaint() == nil)
        #expect(Self.verdicts.map(\.isUnanswered) == [false, true, false, false, false, false, false])
    }

    @Test func `that cannot be checked is neither passed nor unanswered`() {
        let nowhere = answers(of: Self.chapter, Checker(root: root, programs: root))
        #expect(nowhere.allSatisfy { !$0.isUnanswered })
        #expect(throws: (any Error).self) { try nowhere[0].complaint() }
    }
}
