// Warnings about exercises that another one builds on. The chapter is Fixtures/Checks99: 1 is solved, 2 unanswered,
// 3 wrong.

import Foundation
import Testing

@testable import Board

@Suite struct `A check of an exercise that needs another` {
    /// What is said when `which` is checked in a chapter where 99.3 needs `three`, and 99.2 needs `two`.
    func said(_ which: String, two: String = "", three: String = "") throws -> [String] {
        let needs = [
            "99-Bad/99.02-Bad.swift": stub("99.2", needs: two),
            "99-Bad/99.03-Bad.swift": stub("99.3", needs: three),
        ]
        return try withProject(badChapter.merging(needs) { $1 }) { root in
            var (desk, said) = (try Desk(root: root), [String]())
            _ = try desk.round(
                desk.curriculum.selection(which), with: Checker(root: root, programs: programs),
                say: { said.append($0) },
                build: { _ in [:] })
            return said
        }
    }

    @Test func `says which one is not solved yet`() throws {
        #expect(
            try said("99.3", three: "99.2")[0].hasSuffix(
                "\n    exercise 99.2 is not solved yet; this check relies on it"))
        #expect(
            try said("99.2", two: "99.3") == [
                "· exercise 99.2  Title: unanswered\n    exercise 99.3 is not solved yet; this check relies on it"
            ])
    }

    @Test func `finds out that one is solved, though it was never checked`() throws {
        #expect(try !said("99.3", three: "99.1")[0].contains("is not solved yet"))
    }

    @Test func `relies on what is remembered of another chapter`() throws {
        #expect(try said("99.3", three: "98.1")[0].contains("exercise 98.1 is not solved yet"))
    }

    @Test func `does not say so for each exercise that waits in a whole chapter`() throws {
        let lines = try said("99", two: "99.1", three: "99.2")
        #expect(lines[1] == "· exercise 99.2  Title: unanswered")
        #expect(lines[2].contains("99.2 is not solved yet"))
    }
}
