import Common
import Foundation
import Testing

@testable import Board

@Suite struct `The curriculum` {
    @Test func `finds chapters by their folders, in order`() throws {
        try withProject(twoChapters) { root in
            let curriculum = try Curriculum(root: root)
            #expect(curriculum.chapters.map(\.title) == ["Trees And Forests", "Words"])
            #expect(curriculum.chapters.map(\.program) == ["Checks09", "Checks10"])
            #expect(curriculum.exercises.map(\.id.description) == ["9.1", "9.2", "9.3", "10.1"])
        }
    }

    @Test(arguments: ["+9.1", "9.+1", "9.-1", "+9", "9.", ".1", "9.1.2"])
    func `knows no such number`(_ text: String) throws {
        try withProject(twoChapters) { root in
            let error = #expect(throws: Refusal.self) { try Curriculum(root: root).selection(text) }
            #expect(error?.description == "\"\(text)\" is not the number of an exercise, such as 9.1")
        }
    }

    @Test func `says what to type when a chapter is named and an exercise is wanted`() throws {
        try withProject(twoChapters) { root in
            let error = #expect(throws: Refusal.self) { try Curriculum(root: root).exercise("10") }
            #expect(error?.description == "10 is a chapter; name one of its exercises, such as 10.1")
        }
    }

    @Test(arguments: [(nil, 4), ("9", 3), ("10", 1), ("9.02", 1)])
    func `selects everything, a chapter or an exercise`(_ text: String?, _ count: Int) throws {
        try withProject(twoChapters) { root in
            let chapters = try Curriculum(root: root).selection(text)
            #expect(chapters.flatMap(\.exercises).count == count)
        }
    }

    @Test(arguments: [
        ([], ["9.1", "9.2", "9.3", "10.1"]), (["9.3", "10", "9.1", "9.3"], ["9.1", "9.3", "10.1"]),
        (["9.2", "9"], ["9.1", "9.2", "9.3"]),
    ])
    func `selects several, each once and in order`(_ texts: [String], _ ids: [String]) throws {
        try withProject(twoChapters) { root in
            let chapters = try Curriculum(root: root).selection(texts)
            #expect(chapters.flatMap(\.exercises).map(\.id.description) == ids)
            #expect(throws: Refusal.self) { try Curriculum(root: root).selection(["9.1", "9.4"]) }
        }
    }

    @Test(arguments: [
        ("9.4", "there is no exercise 9.4; chapter 9 has exercises 9.1, 9.2, 9.3"),
        ("4.1", "chapter 4 has no exercises; there are exercises for chapters 9, 10"),
        ("4", "chapter 4 has no exercises; there are exercises for chapters 9, 10"),
        ("sigmoid", "\"sigmoid\" is not the number of an exercise, such as 9.1"),
    ])
    func `says what there is when something is not there`(_ text: String, _ message: String) throws {
        try withProject(twoChapters) { root in
            #expect(throws: Refusal(message)) { try Curriculum(root: root).selection(text) }
        }
    }

    @Test func `belongs to the project around the current folder`() throws {
        try withProject(twoChapters) { root in
            try write("", to: "Deep/Down/Package.swift", in: root)
            #expect(try Curriculum.findRoot(from: root.appending(path: "Deep/Down")).path == root.path)
            #expect(throws: Refusal.self) { try Curriculum.findRoot(from: root.deletingLastPathComponent()) }
        }
    }
}
