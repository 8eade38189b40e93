// The program itself, as a reader starts it where there is no terminal.

import Common
import Foundation
import TestSupport
import Testing

@testable import Quiz

@Suite struct `The program ask` {
    func run(_ arguments: [String] = [], in folder: URL) throws -> Child {
        try Child.run(builtPrograms.appending(path: "ask"), arguments, in: folder)
    }

    @Test func `prints a question, and with --answer its answer`() throws {
        try withProject { root in
            let question = try run(["9.1"], in: root).output
            #expect(question.hasPrefix("question 9.1  Is `a < b`") && !question.contains("Yes & no."))
            let answer = try run(["9.1", "--answer"], in: root.appending(path: "Tests")).output
            #expect(answer.contains("Yes & no.") && !answer.contains("\u{1B}") && !answer.contains("#expect"))
            let code = try run(["9.1", "--answer", "--code"], in: root).output
            #expect(code.contains("01-Trees.swift:8\n  if a < b {\n"))
        }
    }

    @Test func `lists the chapters, and prints all questions of one`() throws {
        try withProject { root in
            let pages = try [run(in: root), run(["9"], in: root)].map(\.output)
            #expect(pages[0].contains("9  Trees And Forests    3 questions"))
            #expect(pages[1].components(separatedBy: "Is `a < b`").count == 4)
        }
    }

    @Test func `repeats what was missed`() throws {
        try withProject { root in
            #expect(try run(["9", "--missed"], in: root).output == "You missed no question of chapter 9.\n")
            let folder = root.appending(path: ".groundup")
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try Data(#"{"known": {"9.1": true, "9.2": false}}"#.utf8).write(
                to: folder.appending(path: "questions.json"))
            let output = try run(["9", "--missed"], in: root).output
            #expect(output.contains("9.2  Is") && !output.contains("9.1  Is") && !output.contains("9.3  Is"))
        }
    }

    @Test func `writes the deck where it is told to`() throws {
        try withProject { root in
            let child = try run(["--anki", "Output/anki/groundup.txt"], in: root)
            #expect(child.output == "3 cards are in Output/anki/groundup.txt. In Anki: File, Import.\n")
            let text = try String(contentsOf: root.appending(path: "Output/anki/groundup.txt"), encoding: .utf8)
            #expect(try text == deck(of: Questionnaires(root: root)))
        }
    }

    @Test(
        arguments: [
            (["9.4"], 1, "Error: there is no question 9.4; chapter 9 has questions 9.1 to 9.3\n"),
            (["--missed"], 64, "Error: Say which chapter, such as: swift run ask 4 --missed"),
            (["9.1", "--missed"], 64, "Error: --missed goes through a chapter"),
            (["9", "--anki", "x"], 64, "Error: --anki writes all questions"),
        ] as [([String], Int32, String)])
    func `refuses what makes no sense`(_ arguments: [String], _ status: Int32, _ message: String) throws {
        try withProject { root in
            let child = try run(arguments, in: root)
            #expect(child.status == status && child.errors.hasPrefix(message))
        }
    }

    @Test func `says so outside the project`() throws {
        let child = try run(in: FileManager.default.temporaryDirectory)
        #expect(child.status == 1 && child.errors.contains("is not inside the project"))
    }
}
