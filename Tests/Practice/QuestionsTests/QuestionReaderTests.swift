// The form that questions have in the source, and the messages about one that does not keep to it.

import Common
import Foundation
import Testing

@testable import Questions

@Suite struct `Reading questions` {
    @Test func `question, answer, pointers and proof come out as data`() throws {
        let question = try #require(try read(whole).first)
        #expect(question.number == "4.29" && question.item == 29)
        #expect(question.text == "Two matrices go in. What comes out?")
        #expect(question.answer == "Their product.\n\nIt is a matrix, too.")
        #expect(question.shownBy == [Pointer(symbol: "linear1", file: "Loss.swift")])
        #expect(question.proof.name == "4.29 the product" && question.proof.line == 9)
        #expect(question.proof.code == "for a in x {\n    #expect(a)\n}")
    }

    @Test func `a test with arguments has its name on the next line`() throws {
        let withArguments = whole.replacing("@Test func", with: "@Test(arguments: [1])\n    func")
        let question = try #require(try read(withArguments).first)
        #expect(question.proof.name == "4.29 the product")
        #expect(question.proof.code.hasPrefix("for a in x {"))
    }

    @Test func `other comments and functions are not questions`() throws {
        #expect(try read("    /// Helps.\n    func help() {\n    }").isEmpty)
    }

    @Test(arguments: ["Two matrices", "Their product.", "- Shown by"])
    func `a part that is missing is an error with its line`(_ part: String) throws {
        let lines = whole.components(separatedBy: "\n").filter { !$0.contains(part) && !$0.contains("It is a matrix") }
        let error = #expect(throws: Refusal.self) { try read(lines.joined(separator: "\n")) }
        #expect(error?.description.firstMatch(of: /^Q\.swift:[678]:/) != nil)
    }

    @Test func `a pointer without a file is an error that shows it`() {
        let error = #expect(throws: Refusal.self) { try read(whole.replacing(" in Loss.swift", with: "")) }
        #expect(error?.description.contains("- Shown by: `linear1`") == true)
    }

    @Test func `a test that does not end is an error`() {
        #expect(throws: Refusal.self) { try read(whole.replacing("\n    }", with: "")) }
    }
}

private func read(_ source: String) throws -> [Question] {
    try QuestionReader(file: "Q.swift", lines: source.components(separatedBy: "\n")).questions()
}

private let whole = """
        /// 4.29 · Two matrices go in.
        /// What comes out?
        ///
        /// Their product.
        ///
        /// It is a matrix, too.
        ///
        /// - Shown by: `linear1` in Loss.swift
        @Test func `4.29 the product`() {
            for a in x {
                #expect(a)
            }
        }
    """
