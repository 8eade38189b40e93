// Running chapters, and replacing what was there. A chapter's program is a shell script here.

import Board
import Common
import Foundation
import Notebook
import TestSupport
import Testing

@testable import Weaving

@Suite struct `Running a chapter for the book` {
    @Test func `keeps what it showed`() throws {
        try withFolder { folder in
            let runner = try runner(in: folder, program: "cat '\(report(in: folder).path)' > \"$5\"")
            #expect(try runner.run(doublingSource()).data == "small numbers")
            #expect(try runner.keptRun(of: doublingSource())?.seed == 21)
        }
    }

    @Test func `that fails says why, and the run before is kept`() throws {
        try withFolder { folder in
            let report = try report(in: folder).path
            _ = try runner(in: folder, program: "cat '\(report)' > \"$5\"").run(doublingSource())
            let failing = try runner(in: folder, program: "echo 'section 1: no data' >&2; exit 1")
            let error = #expect(throws: Refusal.self) { try failing.run(doublingSource()) }
            #expect(error?.description == "ch98 failed, and is not woven:\nsection 1: no data\n")
            #expect(try failing.keptRun(of: doublingSource()) != nil)
        }
    }

    @Test func `passes options on`() throws {
        try withFolder { folder in
            let runner = try runner(
                in: folder, program: "cat '\(report(in: folder).path)' > \"$5\"; echo \"$6 $7\" > '\(folder.path)/said'"
            )
            _ = try runner.run(doublingSource())
            #expect(try String(contentsOf: folder.appending(path: "said"), encoding: .utf8) == "--seed 7\n")
        }
    }

    @Test func `is not needed again until its pages change`() throws {
        try withFolder { folder in
            let runner = try runner(in: folder, program: "cat '\(report(in: folder).path)' > \"$5\"")
            _ = try runner.run(doublingSource())
            try Data().write(to: folder.appending(path: "Chapters/98-Doubling/New.swift"))
            let later = [FileAttributeKey.modificationDate: Date(timeIntervalSinceNow: 60)]
            try FileManager.default.setAttributes(
                later, ofItemAtPath: folder.appending(path: "Chapters/98-Doubling/New.swift").path)
            #expect(try runner.keptRun(of: doublingSource()) == nil)
        }
    }

    /// The outputs of a real run, in a file.
    private func report(in folder: URL) throws -> URL {
        let file = folder.appending(path: "report.json")
        let encoder = JSONEncoder()
        encoder.dateEncodingStrategy = .iso8601
        try encoder.encode(doubling(out: folder.appending(path: "figures")).report).write(to: file)
        return file
    }

    private func runner(in folder: URL, program: String) throws -> ChapterRunner {
        let file = folder.appending(path: "ch98")
        try Data("#!/bin/sh\n\(program)\n".utf8).write(to: file)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file.path)
        try FileManager.default.createDirectory(
            at: folder.appending(path: "Chapters/98-Doubling"), withIntermediateDirectories: true)
        return ChapterRunner(
            toolchain: Toolchain(root: folder, programs: folder), build: { _ in }, runs: folder.appending(path: "runs"),
            options: ["--seed", "7"])
    }
}

@Suite struct `A folder that replaces another` {
    private func text(_ file: URL) -> String? { try? String(contentsOf: file, encoding: .utf8) }

    @Test func `comes back if the program was killed between the two steps`() throws {
        try withFolder { folder in
            let (place, aside) = (folder.appending(path: "site"), folder.appending(path: ".site.old"))
            try makeFolder(aside)
            try Data("old".utf8).write(to: aside.appending(path: "a"))
            try takeBack(place)
            #expect(text(place.appending(path: "a")) == "old")
            // The new one is there already: what is left of the old one goes with the next.
            try makeFolder(aside)
            let new = folder.appending(path: "new")
            try makeFolder(new)
            try Data("new".utf8).write(to: new.appending(path: "a"))
            try replace(place, with: new)
            #expect(text(place.appending(path: "a")) == "new")
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["site"])
        }
    }

    @Test func `is woven by one program at a time`() throws {
        try withFolder { folder in
            let book = Bookbinder(root: folder, out: folder, programs: folder, say: { _ in })
            let error = try withLock(on: folder) { #expect(throws: Refusal.self) { try book.bind() } }
            #expect(error?.description.hasPrefix("another program is weaving the book in ") == true)
        }
    }
}
