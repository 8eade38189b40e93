// The checks of a badly behaved chapter (Fixtures/Checks99), each run in a process of its own.

import Foundation
import Practice
import Testing

@testable import Board

@Suite struct `A check in its own process` {
    let chapter = ExerciseChapter(number: 99, folder: "99-Bad", exercises: [])

    func check(_ number: Int) throws -> Checked {
        let folder = FileManager.default.temporaryDirectory
        let id = ExerciseID(chapter: 99, number: number)
        // The endless one gets a second, the others all the time that they need on a busy machine.
        let seconds = [5, 9].contains(number) ? 1 : 120
        return try Checker(root: folder, programs: programs, seconds: seconds).check(id, of: chapter)
    }

    @Test func `reports its verdict, and what the answer printed`() throws {
        #expect(try check(1) == Checked(verdict: .solved, printed: "a line from the reader\n"))
        #expect(try check(2) == Checked(verdict: .unanswered("99.2"), printed: ""))
        let wrong = "spell()\n  expected  \"right\"\n  found     \"wrong\""
        #expect(try check(3) == Checked(verdict: .wrong(wrong), printed: ""))
    }

    @Test func `that crashes says why, and on which line`() throws {
        let checked = try check(4)
        guard case .crashed(let words) = checked.verdict else { return #expect(checked.verdict == .crashed("")) }
        // The path is whole, or, where the project is below the folder of the check, the rest of it.
        let place =
            #/Fatal error: Index out of range\n  in (\/?[^\n]*\/)?Tests\/Fixtures\/Checks99\/Checks99\.swift:\d+/#
        #expect(words.prefixMatch(of: place) != nil, "\(words)")
        #expect(checked.printed == "before\n")
    }

    @Test func `that never ends is ended`() throws {
        let checked = try check(5)
        #expect(checked.verdict == .tookTooLong(seconds: 1))
        #expect(checked.printed.utf8.count < 2 << 20, "a flood of output is not kept")
    }

    @Test func `that takes too long or throws says what it was asked`() throws {
        #expect(try check(9).verdict == .tookTooLong(seconds: 1, asked: "  asked: slow()"))
        guard case .wrong(let words) = try check(10).verdict else { return #expect(Bool(false)) }
        #expect(words.hasPrefix("the answer threw an error: ") && words.hasSuffix("\n  asked: throwing(3)"))
    }

    #if os(Linux)
        @Test func `ends what the answer started, too`() throws {
            let checked = try check(11)
            let child = try #require(pid_t(checked.printed.trimmingCharacters(in: .whitespacesAndNewlines)))
            let status = try? String(contentsOfFile: "/proc/\(child)/status", encoding: .utf8)
            #expect(status == nil || status?.contains("State:\tZ") == true)
        }
    #endif

    @Test func `keeps apart what the answer wrote, and says what a signal means`() throws {
        let noisy = try check(12)
        #expect("\(noisy.verdict)".contains("Fatal error: Index out of range") && noisy.printed == "looking inside\n")
        guard case .crashed(let words) = try check(13).verdict else { return #expect(Bool(false)) }
        #expect(words.hasPrefix("stopped by signal ") && words.contains("too large") && !words.contains("Platform"))
    }

    @Test func `shows what the answer wrote to standard error, also when all is well`() throws {
        #expect(try check(14) == Checked(verdict: .solved, printed: "out\n\nerr\n"))
    }

    @Test func `that exits before the end is not solved`() throws {
        #expect(try check(6).verdict == .crashed("the program ended in the middle of the check, with exit code 0"))
        #expect(try check(7).verdict == .crashed("matmul: inner sizes differ\n  try: a transpose"))
        #expect(try check(8).verdict.isWrong)
    }
}

@Suite struct `Checking a chapter` {
    let id = ExerciseID(chapter: 99, number: 1)

    @Test func `says each verdict, remembers it, and points to the page`() throws {
        try withProject(badChapter) { root in
            var desk = try Desk(root: root)
            try desk.remember(ExerciseID(chapter: 99, number: 3)) { $0.solved = true }
            var said: [String] = []
            let round = try desk.round(
                desk.curriculum.chapters, with: Checker(root: root, programs: programs, seconds: 1),
                say: { said.append($0) }, build: { _ in [:] })
            #expect(!round.isFine && round.sum == "1 solved, 1 wrong, 1 unanswered")
            #expect(
                said == [
                    "✓ exercise 99.1  Title\n    printed meanwhile:\n      a line from the reader",
                    "· exercise 99.2  Title: unanswered",
                    """
                    ✗ exercise 99.3  Title
                        spell()
                          expected  "right"
                          found     "wrong"
                        read again: section 9.1, Chapters/09-Trees/01-Root.swift
                    """,
                ])
            #expect(try Desk(root: root).curriculum.exercises.map(desk.isSolved) == [true, false, false])
        }
    }

    @Test func `is fine when nothing is wrong, even with answers to come`() throws {
        try withProject(badChapter) { root in
            var desk = try Desk(root: root)
            let checker = Checker(root: root, programs: programs)
            for (which, expected) in [("99.1", true), ("99.2", true), ("99.3", false)] {
                let chapters = try desk.curriculum.selection(which)
                let round = try desk.round(chapters, with: checker, say: { _ in }, build: { _ in [:] })
                #expect(round.isFine == expected)
            }
        }
    }

    @Test func `continues after a chapter that does not compile`() throws {
        try withProject(badChapter.merging(twoChapters) { $1 }) { root in
            var desk = try Desk(root: root)
            var said = ""
            let chapters = try [desk.curriculum.chapter(9), desk.curriculum.selection("99.1")[0]]
            let round = try desk.round(
                chapters, with: Checker(root: root, programs: programs), say: { said += $0 },
                build: {
                    if $0.number == 9 { throw DoesNotCompile("Checks09.swift:3:1: error: what?") }
                    return [:]
                })
            #expect(!round.isFine && round.verdicts == [.solved])
            #expect(said.contains("Checks09.swift:3:1: error: what?"))
            #expect(said.contains("chapter 9, Trees And Forests: does not compile"))
            #expect(said.contains("✓ exercise 99.1"))
        }
    }
}
