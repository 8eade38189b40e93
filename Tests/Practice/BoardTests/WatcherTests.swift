// The board that watches, with saves and keys made here. The chapter is Fixtures/Checks99: 1 is solved, 2 unanswered,
// 3 wrong.

import Foundation
import Testing

@testable import Board

@Suite struct `Watching` {
    /// A watcher in a project of its own, and what it said.
    final class Watched {
        var said: [String] = []
        var builds = 0
        var failure: DoesNotCompile?
        var broken: [ExerciseID: String] = [:]
        var goesOn = true
        private(set) var watcher: Watcher!
        let root: URL

        init(_ root: URL, _ which: String? = nil) throws {
            self.root = root
            for number in 1...3 { try save(number, "public func answer() throws -> Int { \(number) }") }
            watcher = try Watcher(
                Desk(root: root), which, with: Checker(root: root, programs: programs),
                say: { [unowned self] in said.append($0) },
                build: { [unowned self] _ in
                    builds += 1
                    if let failure { throw failure }
                    return broken
                })
        }

        func save(_ number: Int, _ text: String) throws {
            try write(text, to: "Exercises/99-Bad/99.0\(number)-Bad.swift", in: root)
        }

        /// What the watcher says when it looks, and when a key is pressed.
        func look() -> String {
            said = []
            watcher.look()
            return said.joined(separator: "\n").trimmingCharacters(in: .newlines)
        }

        func press(_ key: Character) -> String {
            said = []
            goesOn = watcher.press(key)
            return said.joined(separator: "\n").trimmingCharacters(in: .newlines)
        }
    }

    func watching(_ which: String? = nil, _ body: (Watched) throws -> Void) throws {
        try withProject(badChapter) { try body(Watched($0, which)) }
    }

    @Test func `says nothing and builds nothing as long as nothing is saved`() throws {
        try watching { watched in
            #expect(watched.look() == "" && watched.builds == 0)
        }
    }

    @Test func `checks the one exercise whose file was saved`() throws {
        try watching { watched in
            try watched.save(3, "public func answer() {}")
            let page = watched.look()
            #expect(page.hasPrefix("✗ exercise 99.3  Title\n    spell()\n      expected  \"right\""))
            #expect(page.hasSuffix("░  0 of 3 solved"))
            #expect(watched.builds == 1 && watched.watcher.current?.id.number == 3)
            #expect(watched.look() == "")
        }
    }

    @Test func `says what comes next when one is solved`() throws {
        try watching { watched in
            try watched.save(1, "public func answer() {}")
            let page = watched.look()
            #expect(
                page.contains("✓ exercise 99.1  Title") && page.contains("1 of 3 solved\nnext  exercise 99.2  Title"))
            #expect(page.hasSuffix("open  Exercises/99-Bad/99.02-Bad.swift"))
        }
    }

    @Test func `shows the task again while nothing is done`() throws {
        try watching { watched in
            try watched.save(2, stub("99.2"))
            let page = watched.look()
            #expect(page.hasPrefix("exercise 99.2  Title\n\n  What to do.\n  And how.\n\nopen  Exercises/"))
            #expect(page.contains("· exercise 99.2  Title: unanswered"))
        }
    }

    @Test func `shows what the compiler says, and continues`() throws {
        try watching { watched in
            watched.broken = [ExerciseID("99.3")!: "99.03-Bad.swift:1:8: error: what?\n"]
            try watched.save(3, "public fun")
            #expect(
                watched.look().hasPrefix("99.03-Bad.swift:1:8: error: what?\n✗ exercise 99.3  Title: does not compile"))
            try watched.save(1, "public func answer() {}")
            #expect(watched.look().hasPrefix("✓ exercise 99.1"))
            watched.failure = DoesNotCompile("Checks99.swift:1:8: error: what?\n")
            try watched.save(3, "public fun")
            #expect(watched.look().hasPrefix("Checks99.swift:1:8: error: what?\n✗ chapter 99, Bad: does not compile"))
            (watched.failure, watched.broken) = (nil, [:])
            try watched.save(3, "public func answer() {}")
            #expect(watched.look().hasPrefix("✗ exercise 99.3  Title\n    spell()"))
        }
    }

    @Test func `checks the current exercise when another file of the folder changes`() throws {
        try watching("99.3") { watched in
            try write("func helper() {}", to: "Exercises/99-Bad/Helper.swift", in: watched.root)
            #expect(watched.look().hasPrefix("✗ exercise 99.3"))
            try write("no source", to: "Exercises/99-Bad/.Helper.swift", in: watched.root)
            try write("no source", to: "Exercises/99-Bad/notes.txt", in: watched.root)
            #expect(watched.look() == "")
            try FileManager.default.removeItem(at: watched.root.appending(path: "Exercises/99-Bad/Helper.swift"))
            #expect(watched.look().hasPrefix("✗ exercise 99.3"))
        }
    }

    @Test func `has keys for a hint, the next exercise, the list and the end`() throws {
        try watching("99.1") { watched in
            #expect(watched.press("h").contains("the first hint"))
            #expect(watched.press("h").contains("the second hint"))
            #expect(watched.press("n").contains("exercise 99.2  Title: unanswered"))
            #expect(watched.press("n").contains("✗ exercise 99.3"))
            #expect(watched.press("n").contains("✓ exercise 99.1"), "after the last one it starts again")
            #expect(watched.press("l").contains("  ✓ exercise 99.1  Title  (2 of 3 hints read)"))
            #expect(watched.press("x") == "" && watched.goesOn)
            #expect(watched.press("q") == "" && !watched.goesOn)
        }
    }

    @Test func `gives hints for the exercise that the page is about`() throws {
        try watching { watched in
            try watched.save(1, "public func answer() {}")
            #expect(watched.look().contains("next  exercise 99.2"))
            #expect(watched.press("h").contains("exercise 99.2"), "not for the solved one")
            for number in [1, 3] { try watched.save(number, "public func answer() { }") }
            #expect(watched.look().contains("✓ exercise 99.1"))
            #expect(watched.press("h").contains("exercise 99.3"))
        }
    }

    @Test func `says where to go on when nothing is left`() throws {
        try withProject(badChapter.merging(twoChapters) { $1 }) { root in
            var desk = try Desk(root: root)
            for number in 1...3 { try desk.remember(ExerciseID(chapter: 99, number: number)) { $0.solved = true } }
            let watched = try Watched(root, "99")
            #expect(watched.press("n").hasSuffix("Nothing is left in chapter 99.\nnext  swift run exercises watch 9"))
            #expect(watched.press("h").hasPrefix("Nothing is left in chapter 99."))
        }
    }

    @Test func `writes no escape codes where there is no terminal`() throws {
        try watching { watched in
            for number in 1...3 { try watched.save(number, "public func answer() { }") }
            #expect(!watched.look().contains("\u{1B}"))
        }
    }
}
