// Files that are called texts, and are none.

import Foundation
import TestSupport
import Testing

@testable import Text

@Suite struct `Files that are called texts` {
    @Test func `are looked into beforehand: what is none is named, what was repaired is known`() throws {
        try withFolder { folder in
            try write(
                [
                    "neg/1.txt": Array("fine".utf8), "neg/2.txt": Array(repeating: 0xE9, count: 9),
                    "pos/3.txt": Array("caf".utf8) + [0xE9], "pos/4.txt": Array(repeating: 0, count: 9),
                ], to: folder)
            let gone = folder.appending(path: "pos/5.txt")
            let files = try textFiles(in: folder) + [gone]
            let texts = VerifiedTexts(files)
            #expect(texts.readable == [files[0], files[2]])
            #expect(texts.problems.map(\.file) == [files[1], files[3], gone].map(\.path))
            #expect(texts.repaired.map(\.file) == [files[2].path])
            #expect(texts.repaired.map(\.problem) == ["1 place no valid UTF-8; each became �"])
            #expect(
                texts.description.hasPrefix("2 texts, and 3 files that cannot be read:\n  \(files[1].path): this is"))

            try texts.require(2, of: ["neg", "pos"], in: folder)
            let few = try #require(throws: TextProblem.self) { try texts.require(3, of: ["neg", "pos"], in: folder) }
            #expect(few.file == folder.path)
            #expect(few.problem.hasPrefix("of 5 texts, 2 can be read. The first problem: \(files[1].path)"))
            #expect(few.advice == "at least 3 texts in UTF-8, some in each of the folders neg, pos")
            let negative = VerifiedTexts([files[0], files[3]])
            let none = try #require(throws: TextProblem.self) {
                try negative.require(1, of: ["neg", "pos"], in: folder)
            }
            #expect(none.problem.hasPrefix("of 2 texts, 1 can be read, and none of the class “pos”. The first"))
        }
    }
}
