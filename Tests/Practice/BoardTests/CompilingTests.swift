// Answers that do not compile, with a compiler that is made up here: it complains as long as a file has "error" in it.

import Foundation
import Testing

@testable import Board

@Suite struct `An answer that does not compile` {
    /// What is broken in chapter 9 when these files of the reader's have errors, and the copy that was compiled last.
    func build(_ errors: [String], only: String = "9") throws -> (broken: [String: String], copy: [String: String]) {
        try withProject(twoChapters) { root in
            for file in errors { try write("error \(file)", to: "Exercises/09-TreesAndForests/\(file)", in: root) }
            let chapter = try Curriculum(root: root).selection(only)[0]
            var copy: [String: String] = [:]
            let broken = try Checker(root: root, programs: root).build(chapter) { environment in
                let answers = environment["GROUNDUP_ANSWERS"] ?? "Exercises"
                let folder = root.appending(path: "\(answers)/09-TreesAndForests")
                let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
                copy = try Dictionary(
                    uniqueKeysWithValues: files.map { ($0, try read("\(answers)/09-TreesAndForests/\($0)", in: root)) })
                let bad = files.filter { copy[$0]!.contains("error") }
                #expect(
                    try FileManager.default.contentsOfDirectory(atPath: root.appending(path: answers).path).contains(
                        "10-Words"))
                return bad.isEmpty ? nil : bad.map { "\(folder.path)/\($0):1:1: error: what?\n" }.joined()
            }
            for file in errors {
                #expect(
                    try read("Exercises/09-TreesAndForests/\(file)", in: root) == "error \(file)", "it is the reader's")
            }
            return (Dictionary(uniqueKeysWithValues: broken.map { ("\($0)", $1) }), copy)
        }
    }

    @Test func `is named, and the others are built with its stub`() throws {
        let (broken, copy) = try build(["9.02-B.swift"])
        #expect(Array(broken.keys) == ["9.2"])
        #expect(broken["9.2"]?.contains("/Exercises/09-TreesAndForests/9.02-B.swift:1:1: error: what?") == true)
        #expect(copy["9.02-B.swift"] == stub("9.2", "Second", needs: "9.3") && copy.count == 3)
    }

    @Test func `is all that is looked at when nothing else is to be checked`() throws {
        let (broken, copy) = try build(["9.02-B.swift"], only: "9.2")
        #expect(Array(broken.keys) == ["9.2"] && copy["9.02-B.swift"] == "error 9.02-B.swift")
    }

    @Test func `may be a helper, which is left out`() throws {
        let (broken, copy) = try build(["Helper.swift"])
        #expect(broken.isEmpty && copy.keys.sorted() == ["9.01-A.swift", "9.02-B.swift", "9.03-C.swift"])
    }

    @Test func `is named when it is a helper`() throws {
        try withProject(twoChapters) { root in
            try write("error", to: "Exercises/09-TreesAndForests/Helper.swift", in: root)
            let (checker, chapter) = (Checker(root: root, programs: root), try Curriculum(root: root).chapter(9))
            var (left, attempts) = ([String](), 0)
            _ = try checker.build(chapter, helper: { left.append("\($0): \($1)") }) { _ in
                attempts += 1
                let file = "\(root.path)/Exercises/09-TreesAndForests/Helper.swift"
                return attempts == 1 ? "\(file):1:1: error: what?\n" : nil
            }
            #expect(left.count == 1 && left[0].hasPrefix("Exercises/09-TreesAndForests/Helper.swift: /"))
        }
    }

    @Test func `is told where else a name is declared`() throws {
        try withProject(twoChapters) { root in
            let folder = "Exercises/09-TreesAndForests"
            try write("\nfunc helper() {}\n", to: "\(folder)/9.01-A.swift", in: root)
            try write("private func helper() {}\nlet a = helper()\n", to: "\(folder)/9.03-C.swift", in: root)
            let (checker, chapter) = (Checker(root: root, programs: root), try Curriculum(root: root).chapter(9))
            var attempts = 0
            let broken = try checker.build(chapter) { _ in
                attempts += 1
                let words = "error: invalid redeclaration of 'helper()'\n"
                return attempts == 1 ? "\(root.path)/\(folder)/9.02-B.swift:3:1: \(words)" : nil
            }
            let advice = "write `private` before one of the two, or before both\n"
            let words = "'helper' is declared in \(folder)/9.01-A.swift:2, too; \(advice)"
            #expect(broken[ExerciseID("9.2")!]?.hasSuffix(words) == true)
        }
    }

    @Test func `is named by the reader's path also when nobody is to blame`() throws {
        try withProject(twoChapters) { root in
            let error = try #require(throws: DoesNotCompile.self) {
                try Checker(root: root, programs: root).build(Curriculum(root: root).chapter(9)) { _ in
                    "\(root.path)/.groundup/compiling/10-Words/10.01-D.swift:1:1: warning: what?"
                }
            }
            #expect(error.description == "\(root.path)/Exercises/10-Words/10.01-D.swift:1:1: warning: what?")
        }
    }

    @Test func `may only fail in its check, whose declaration it changed`() throws {
        try withProject(twoChapters) { root in
            var attempts = 0
            let broken = try Checker(root: root, programs: root).build(Curriculum(root: root).chapter(9)) { _ in
                attempts += 1
                return attempts == 1 ? "\(root.path)/Checks/09-TreesAndForests/9.03-C.swift:1:1: error: what?\n" : nil
            }
            #expect(
                broken[ExerciseID("9.3")!]?.hasPrefix("Is it declared as in the stub?") == true && broken.count == 1)
        }
    }

    @Test func `is not blamed for anything else`() throws {
        try withProject(twoChapters) { root in
            let checker = Checker(root: root, programs: root)
            for words in ["error: no space left", "\(root.path)/Sources/Engine/A.swift:1:1: error: what?"] {
                #expect(throws: DoesNotCompile.self) {
                    try checker.build(Curriculum(root: root).chapter(9)) { _ in words }
                }
            }
        }
    }

    @Test func `is one line among the others of its chapter`() throws {
        try withProject(badChapter) { root in
            var (desk, said) = (try Desk(root: root), [String]())
            let round = try desk.round(
                desk.curriculum.chapters, with: Checker(root: root, programs: programs), say: { said.append($0) },
                build: { _ in [ExerciseID("99.3")!: "what?\n"] })
            #expect(round.sum == "1 solved, 0 wrong, 1 unanswered, 1 not compiled" && !round.isFine)
            #expect(said.last == "what?\n✗ exercise 99.3  Title: does not compile")
            said = []
            let alone = try desk.round(
                desk.curriculum.selection("99.1"), with: Checker(root: root, programs: programs),
                say: { said.append($0) }, build: { _ in [ExerciseID("99.3")!: "what?\n"] })
            let left = "not checked, because it does not compile: exercise 99.3"
            let why = "for what the compiler says:  swift run exercises check 99.3"
            #expect(alone.isFine && said.suffix(2) == [left, why])
        }
    }
}

@Suite struct `What the compiler says` {
    @Test func `is taken apart by file, each message once, notes with their error, warnings left out`() {
        let output = """
            [3/10] Compiling Exercises04 A.swift
            /p/A.swift:9:5: error: one
             9 | x
            /p/A.swift:2:5: note: because
            /p/B.swift:1:1: warning: nothing
             1 | y
            error: emit-module command failed with exit code 1
            /p/A.swift:9:5: error: one
             9 | x
            /p/A.swift:2:5: note: because

            /p/C.swift:1:1: error: two
            """
        let errors = CompilerMessages(output).errors
        #expect(
            errors == [
                "/p/A.swift": "/p/A.swift:9:5: error: one\n 9 | x\n/p/A.swift:2:5: note: because\n",
                "/p/C.swift": "/p/C.swift:1:1: error: two\n",
            ])
    }

    @Test func `are told apart in the output of a terminal, whose lines end in two characters`() {
        let output = ["/p/A.swift:1:1: warning: unused", "/p/B.swift:2:2: error: what", "/p/C.swift:3:3: error: so"]
        let errors = CompilerMessages(output.map { $0 + "\r\n" }.joined()).errors
        #expect(errors == ["/p/B.swift": output[1] + "\n", "/p/C.swift": output[2] + "\n"])
    }

    @Test func `is understood in a terminal's colours, which stay`() {
        let errors = CompilerMessages("\u{1B}[2K\r/p/A.swift:1:21: \u{1B}[1;31merror: \u{1B}[0;0mwhat\r\n").errors
        #expect(errors == ["/p/A.swift": "/p/A.swift:1:21: \u{1B}[1;31merror: \u{1B}[0;0mwhat\n"])
    }
}
