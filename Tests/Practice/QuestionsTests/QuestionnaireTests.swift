// What is checked of a chapter's questions: made here as a small project in a temporary folder.

import Common
import Foundation
import Testing

@testable import Questions

@Suite struct `A chapter's questionnaire` {
    @Test func `its files are found by name and read in order`() throws {
        let project = try Project([
            "01-One": question("4.1"), "13-Two": question("4.2"), "../QuestionnaireTests": "@Test",
        ])
        let questionnaire = try Questionnaire(chapter: 4, project: project.folder)
        #expect(questionnaire.questions.map(\.number) == ["4.1", "4.2"])
        #expect(questionnaire["4.2"]?.proof.file == "Tests/Chapters/04-Pages/Questionnaire/13-Two.swift")
        #expect(questionnaire["4.3"] == nil)
        #expect(questionnaire.problems(count: 2) == [])
    }

    @Test func `the project is the nearest folder with a Package.swift`() throws {
        let project = try Project(["01-All": question("4.1")])
        let file = project.folder.appending(path: "Sources/Tool/main.swift").path
        #expect(try Questionnaire(chapter: 4, from: file).questions.count == 1)
    }

    @Test(arguments: [
        (["4.1", "4.3"], "expected 4.2, found 4.3"),
        (["4.1"], "expected 4.2, found no further question"),
        (["4.2", "4.1"], "expected 4.1, found 4.2"),
        (["4.1", "4.2", "4.3"], "expected no further question, found 4.3"),
    ])
    func `gaps and disorder are found`(_ numbers: [String], _ problem: String) throws {
        #expect(try problems(in: numbers.map { question($0) }.joined(separator: "\n"), count: 2) == [problem])
    }

    @Test(arguments: [
        (question("4.1", symbol: "linear2"), "`linear2` in Loss.swift: it declares no such thing"),
        (question("4.1", file: "Los.swift"), "`linear1` in Los.swift: there is no such file"),
        (question("4.1", name: "4.2 the product"), "the test of question 4.1 is called “4.2 the product”"),
        (question("4.1", code: "print(1)"), "the test of question 4.1 expects nothing"),
    ])
    func `a weak question is named with its line`(_ source: String, _ problem: String) throws {
        #expect(
            try problems(in: source, count: 1) == ["Tests/Chapters/04-Pages/Questionnaire/01-All.swift:5: \(problem)"])
    }

    @Test(arguments: [
        ("#expect(true)", "calls nothing and names nothing"),
        ("#expect(1 + 1 == 2)", "calls nothing and names nothing"),
        (#"#expect("linear1" != "")"#, "calls nothing and names nothing"),
        ("#expect(thrice(1) != 2 || true)", "is true whatever else it says"),
        ("#expect(true || thrice(1) == 2)", "is true whatever else it says"),
        ("#expect(thrice(1) == 3 && (thrice(2)) == (thrice(2)))", "compares something with itself"),
        ("#expect(thrice(1)\n        == thrice( 1 ))", "compares something with itself"),
        ("expectClose(y, y, absolute: 0.1)", "compares something with itself"),
    ])
    func `what is true whatever the code does proves nothing`(_ code: String, _ reason: String) throws {
        let problems = try problems(in: question("4.1", code: code), count: 1)
        #expect(problems.count == 1 && problems[0].hasSuffix("proves nothing: it \(reason)"))
    }

    @Test(arguments: ["// #expect(thrice(1) == 3)", ##"print("#expect(x == 1)")"##])
    func `a comment or a string expects nothing`(_ code: String) throws {
        let problems = try problems(in: question("4.1", code: code), count: 1)
        #expect(problems.count == 1 && problems[0].hasSuffix("expects nothing"))
    }

    @Test(arguments: [
        "#expect(thrice(1) == 3)  // not 3 || true", #"#expect(words == ["a == a", "b || true"])"#,
        "#expect(list.filter { $0 % 2 == 1 } == [1, 3])", "#expect(throws: Refusal.self) { try read() }",
        "#expect(isSmall || isLarge == true)", "expectClose(x, y)", "#expect(first.contains(true) || last == 0)",
    ])
    func `what could be false is left alone`(_ code: String) throws {
        #expect(try problems(in: question("4.1", code: code), count: 1) == [])
    }

    @Test(arguments: [0, -1])
    func `none may be expected`(_ count: Int) throws {
        #expect(try problems(in: question("4.1"), count: count) == ["expected no further question, found 4.1"])
    }

    @Test func `a chapter without questions is an error`() throws {
        let project = try Project([:])
        #expect(throws: Refusal.self) { try Questionnaire(chapter: 4, project: project.folder) }
    }

    @Test(arguments: ["linear1", "Model", "rate", ".<"])
    func `pointers lead to declarations of all kinds`(_ symbol: String) throws {
        #expect(try problems(in: question("4.1", symbol: symbol), count: 1) == [])
    }

    @Test(arguments: ["x", "rat", "called"])
    func `a word that is only used is not a declaration`(_ symbol: String) throws {
        #expect(try problems(in: question("4.1", symbol: symbol), count: 1).count == 1)
    }

    private func problems(in source: String, count: Int) throws -> [String] {
        let project = try Project(["01-All": source])
        return try Questionnaire(chapter: 4, project: project.folder).problems(count: count)
    }
}

/// A project of one chapter's tests and a file to point at, which is removed when it is no longer needed.
private final class Project {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)

    init(_ tests: [String: String]) throws {
        let loss = """
            public func linear1(_ x: Tensor) -> Tensor { called(x) }
            final class Model: Module { private var rate: Float = 0 }
            static func .< (a: Tensor, b: Tensor) -> BoolTensor {}
            """
        try write("", "Package.swift")
        try write(loss, "Loss.swift")
        for (name, source) in tests { try write(source, "Tests/Chapters/04-Pages/Questionnaire/\(name).swift") }
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    private func write(_ text: String, _ path: String) throws {
        let file = folder.appending(path: path)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try text.write(to: file, atomically: true, encoding: .utf8)
    }
}

private func question(
    _ number: String, symbol: String = "linear1", file: String = "Loss.swift", name: String? = nil,
    code: String = "#expect(linear1(x).item == 2)"
) -> String {
    """
    /// \(number) · What?
    ///
    /// That.
    /// - Shown by: `\(symbol)` in \(file)
    @Test func `\(name ?? number + " this")`() {
        \(code)
    }
    """
}
