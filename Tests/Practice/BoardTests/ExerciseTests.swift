import Common
import Foundation
import Testing

@testable import Board

@Suite struct `The number of an exercise` {
    @Test(arguments: [("4.9", "4.9"), ("4.09", "4.9"), ("17.12", "17.12")])
    func `is a chapter and a number`(_ text: String, _ expected: String) {
        #expect(ExerciseID(text)?.description == expected)
    }

    @Test(arguments: ["", "4", "4.", ".9", "4.9.1", "4.x", "4.0", "-4.1", "4.-1"])
    func `is nothing else`(_ text: String) { #expect(ExerciseID(text) == nil) }

    @Test func `sorts as numbers do`() {
        let ids = ["10.1", "4.10", "4.9"].compactMap(ExerciseID.init).sorted()
        #expect(ids.map(\.description) == ["4.9", "4.10", "10.1"])
    }
}

@Suite struct `Numbers in a text` {
    @Test(arguments: [
        (["4.9"], "exercise 4.9"), (["4.15", "4.19"], "exercises 4.15 and 4.19"),
        (["4.1", "4.2", "4.3"], "exercises 4.1, 4.2 and 4.3"), ([], ""),
    ])
    func `say what they are the numbers of`(_ ids: [String], _ words: String) {
        #expect(ids.compactMap(ExerciseID.init).named == words)
    }
}

@Suite struct `The head of an exercise` {
    @Test func `says what the board knows`() throws {
        let exercise = try Exercise(
            stub: stub("9.2", "Second", needs: "9.1, 8.12"), solution: solution, folder: "09-Trees",
            file: "9.02-B.swift")
        #expect(exercise.title == "Second")
        #expect(exercise.needs.map(\.description) == ["9.1", "8.12"])
        #expect(exercise.section == "9.1" && exercise.page == "Chapters/09-Trees/01-Root.swift")
        #expect(exercise.hints == ["the first hint", "the second hint, on two lines", "the third hint"])
        #expect(exercise.statement == "What to do.\nAnd how.")
        #expect(exercise.stub == "Exercises/09-Trees/9.02-B.swift")
    }

    @Test(arguments: [
        ("// Exercise 9.2", "// Exercise two", "// Exercise 9.02 · Title"), ("// Section", "// Page", "// Section 4.1"),
        ("///", "//", "the statement"),
    ])
    func `that cannot be read is refused with the file's name`(_ part: String, _ by: String, _ words: String) {
        let text = stub("9.2").replacing(part, with: by)
        let error = #expect(throws: Refusal.self) {
            try Exercise(stub: text, solution: solution, folder: "09-Trees", file: "9.02-B.swift")
        }
        #expect(error?.description.hasPrefix("Exercises/.originals/09-Trees/9.02-B.swift: expected \(words)") == true)
    }

    @Test func `is not mistaken for a stub when half an answer is there`() throws {
        let stub = stub("9.2")
        let exercise = try Exercise(stub: stub, solution: solution, folder: "09-Trees", file: "9.02-B.swift")
        #expect(exercise.isStub(stub))
        #expect(exercise.isStub(stub + "\n" + stub))
        #expect(!exercise.isStub(stub.replacing("    throw", with: "    let x = 1\n    throw")))
        #expect(!exercise.isStub(stub.replacing("9.2", with: "9.3")))
        #expect(!exercise.isStub(stub + "public func g() throws {\n    return\n}\n"))
    }
}
