import Foundation
import Common
import Testing

@testable import Board

@Suite struct `Reset` {
    let stub = "public func f() throws {\n    throw Unanswered(\"9.1\")\n}\n"
    let path = "Exercises/09-TreesAndForests/9.01-A.swift"

    @Test func `brings back the newest stub in the history and keeps the answer`() throws {
        try withRepository { root in
            try commit("// an older stub\n\(stub)", in: root)
            try commit("// the newer stub\n\(stub)", in: root)
            try commit("// half an answer\n" + stub.replacing("    throw", with: "    let x = 1\n    throw"), in: root)
            try write("my answer", to: path, in: root)

            var desk = try Desk(root: root)
            let exercise = try desk.catalogue.exercise("9.1")
            try desk.remember(exercise.id) { $0 = PracticeProgress.Entry(solved: true, hints: 3) }
            let message = try desk.reset(exercise)

            #expect(try read(path, in: root) == "// the newer stub\n\(stub)")
            #expect(try read(".groundup/answers/9.01-A.swift", in: root) == "my answer")
            #expect(message.contains(root.appending(path: ".groundup/answers/9.01-A.swift").path))
            #expect(try Desk(root: root).progress[exercise.id] == PracticeProgress.Entry())
        }
    }

    @Test func `keeps every answer, and none of a file that is gone or untouched`() throws {
        try withRepository { root in
            try commit(stub, in: root)
            let exercise = try Catalogue(root: root).exercise("9.1")
            #expect(try exercise.restoreStub(in: root) == nil)
            try FileManager.default.removeItem(at: root.appending(path: path))
            #expect(try exercise.restoreStub(in: root) == nil)
            for (answer, name) in [("one", "9.01-A.swift"), ("two", "9.01-A-2.swift")] {
                try write(answer, to: path, in: root)
                #expect(try exercise.restoreStub(in: root)?.lastPathComponent == name)
                #expect(try read(".groundup/answers/\(name)", in: root) == answer)
            }
        }
    }

    @Test func `changes nothing when the history has no stub`() throws {
        try withRepository { root in
            try commit("an answer from the start", in: root)
            try expectRefusal(saying: "no version of it in the Git history is a stub", in: root)
        }
    }

    @Test func `changes nothing when there is no history`() throws {
        try withProject(twoChapters) { root in
            // A `.git` that is no repository, in case the temporary folder itself lies in one.
            try write("", to: ".git", in: root)
            try expectRefusal(saying: "has no Git history", in: root)
        }
    }

    func expectRefusal(saying words: String, in root: URL) throws {
        try write("my answer", to: path, in: root)
        var desk = try Desk(root: root)
        let exercise = try desk.catalogue.exercise("9.1")
        try desk.remember(exercise.id) { $0.solved = true }
        let error = #expect(throws: Refusal.self) { try desk.reset(exercise) }
        #expect(error?.description.contains(words) == true)
        #expect(try read(path, in: root) == "my answer")
        #expect(desk.isSolved(exercise))
    }

    func withRepository(_ body: (URL) throws -> Void) throws {
        try withProject(twoChapters) { root in
            try git(["init", "--quiet"], in: root)
            try body(root)
        }
    }

    func commit(_ text: String, in root: URL) throws {
        try write(text, to: path, in: root)
        try git(["add", path], in: root)
        let person = ["user.name=Reader", "user.email=reader@example.org"]
        let settings = person + ["core.hooksPath=/dev/null", "commit.gpgSign=no"]
        try git(settings.flatMap { ["-c", $0] } + ["commit", "--quiet", "--message", "a stub"], in: root)
    }

    func git(_ arguments: [String], in root: URL) throws {
        let child = try Child.run("git", arguments, in: root)
        try #require(child.succeeded, "git \(arguments): \(child.errors)")
    }
}
