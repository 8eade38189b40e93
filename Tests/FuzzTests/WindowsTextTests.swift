// Text as editors and Git on Windows leave it: "\r\n" at the end of a line, a byte-order mark in front. It is read as if
// it were written here.

import Common
import Foundation
import TestSupport
import Testing

@testable import Board
@testable import Weaving

@Suite struct `Text from Windows` {
    /// What a reader makes of a file, as it is here and as it comes from Windows.
    private func twice<Content>(_ path: String, as name: String, _ read: (URL) throws -> Content) throws -> [Content] {
        let text = try readText(projectFolder.appending(path: path))
        return try [text, "\u{FEFF}" + text.replacing("\n", with: "\r\n")].map { text in
            try withFolder { folder in
                let file = folder.appending(path: name)
                try FileManager.default.createDirectory(
                    at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
                try Data(text.utf8).write(to: file)
                return try read(folder)
            }
        }
    }

    @Test func `is a chapter's page`() throws {
        let pages = try twice(
            "Tests/SmallBook/Chapters/98-Doubling/01-Numbers.swift", as: "Chapters/98-Doubling/01-Numbers.swift"
        ) { folder in try ChapterSource(root: folder, folder: "98-Doubling").sections.map(\.page) }
        #expect(pages[0][0].pieces.count > 5)
        #expect(pages[0] == pages[1])
    }

    @Test func `is an exercise`() throws {
        let name = "98-Doubling/98.01-Halve.swift"
        let solution = try readText(projectFolder.appending(path: "Tests/SmallBook/HintsAndSolutions/\(name)"))
        let exercises = try twice("Tests/SmallBook/Exercises/\(name)", as: "Exercises/.originals/\(name)") { folder in
            let file = folder.appending(path: "HintsAndSolutions/\(name)")
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(solution.replacing("\n", with: "\r\n").utf8).write(to: file)
            return try Curriculum(root: folder).exercises
        }
        #expect(exercises[0][0].hints.count == 3)
        #expect(exercises[0] == exercises[1])
        let stub = try readText(projectFolder.appending(path: "Tests/SmallBook/Exercises/\(name)"))
        #expect(exercises[0][0].isStub(stub.replacing("\n", with: "\r\n")))
    }
}
