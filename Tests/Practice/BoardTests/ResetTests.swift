import Common
import Foundation
import Testing

@testable import Board

@Suite struct `Reset` {
    let path = "Exercises/09-TreesAndForests/9.01-A.swift"

    @Test func `brings the stub back without any history, and keeps the answer`() throws {
        try withProject(twoChapters) { root in
            try write("my answer", to: path, in: root)
            var desk = try Desk(root: root)
            let message = try desk.reset(desk.curriculum.exercise("9.1"))
            #expect(try read(path, in: root) == stub("9.1", "First"))
            #expect(try read(".groundup/answers/9.01-A.swift", in: root) == "my answer")
            #expect(message.contains(root.appending(path: ".groundup/answers/9.01-A.swift").path))
        }
    }

    @Test func `keeps an answer that is not UTF-8, byte by byte`() throws {
        try withProject(twoChapters) { root in
            let latin1 = Data("// L".utf8) + [0xF6] + Data("sung\n".utf8)
            try latin1.write(to: root.appending(path: path))
            var desk = try Desk(root: root)
            _ = try desk.reset(desk.curriculum.exercise("9.1"))
            #expect(try read(path, in: root) == stub("9.1", "First"))
            #expect(try Data(contentsOf: root.appending(path: ".groundup/answers/9.01-A.swift")) == latin1)
        }
    }

    @Test func `leaves a solved exercise its mark, and starts an unsolved one over`() throws {
        try withProject(twoChapters) { root in
            var desk = try Desk(root: root)
            let (solved, open) = (try desk.curriculum.exercise("9.1"), try desk.curriculum.exercise("9.3"))
            try desk.remember(solved.id) { $0 = .init(solved: true, hints: 3) }
            try desk.remember(open.id) { $0 = .init(hints: 2, gaveUp: true) }
            #expect(try desk.reset(solved).hasSuffix("The exercise stays marked as solved."))
            #expect(try !desk.reset(open).contains("solved"))
            #expect(try Desk(root: root).progress[solved.id] == .init(solved: true, hints: 3, isSecondTry: true))
            #expect(try Desk(root: root).progress[open.id] == .init())
        }
    }

    @Test func `is not undone by a check of the stub that came back`() throws {
        try withProject(badChapter) { root in
            var desk = try Desk(root: root)
            let unanswered = try desk.curriculum.exercise("99.2")
            try desk.remember(unanswered.id) { $0.solved = true }
            _ = try desk.reset(unanswered)
            _ = try desk.round(
                desk.curriculum.selection("99.2"), with: Checker(root: root, programs: programs), say: { _ in },
                build: { _ in [:] })
            #expect(desk.isSolved(unanswered))
        }
    }

    /// 99.3 has a wrong answer.
    @Test func `is not undone by a wrong second try, but a solved answer that is broken loses its mark`() throws {
        try withProject(badChapter) { root in
            var desk = try Desk(root: root)
            let wrong = try desk.curriculum.exercise("99.3")
            for isReset in [true, false] {
                try desk.remember(wrong.id) { $0 = .init(solved: true) }
                if isReset { _ = try desk.reset(wrong) }
                _ = try desk.round(
                    desk.curriculum.selection("99.3"), with: Checker(root: root, programs: programs), say: { _ in },
                    build: { _ in [:] })
                #expect(desk.isSolved(wrong) == isReset)
            }
        }
    }

    @Test func `after a second success, the mark is like any other`() {
        var entry = PracticeProgress.Entry(solved: true, isSecondTry: true)
        entry.take(isSolved: true)
        #expect(entry == .init(solved: true))
        entry.take(isSolved: false)
        #expect(entry == .init())
    }

    @Test func `keeps every answer, and none of a file that is gone or untouched`() throws {
        try withProject(twoChapters) { root in
            let exercise = try Curriculum(root: root).exercise("9.1")
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

    @Test func `changes nothing when the original is missing`() throws {
        try withProject(twoChapters) { root in
            try write("my answer", to: path, in: root)
            var desk = try Desk(root: root)
            let exercise = try desk.curriculum.exercise("9.1")
            try FileManager.default.removeItem(at: root.appending(path: exercise.original))
            #expect(throws: (any Error).self) { try desk.reset(exercise) }
            #expect(try read(path, in: root) == "my answer")
        }
    }
}
