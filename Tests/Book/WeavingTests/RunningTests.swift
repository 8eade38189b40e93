// Running chapters, and showing the site. A chapter's program is a shell script here.

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

@Suite struct `The site's server` {
    @Test(arguments: [
        ("GET / HTTP/1.1", "HTTP/1.1 302 Found\r\nLocation: /documentation/groundup/"),
        ("GET /page/ HTTP/1.1", "HTTP/1.1 200 OK\r\nContent-Type: text/html"),
        ("GET /page HTTP/1.1", "HTTP/1.1 200 OK\r\nContent-Type: text/html"),
        ("GET /page/a.svg?x=1 HTTP/1.1", "HTTP/1.1 200 OK\r\nContent-Type: image/svg+xml"),
        ("GET /none HTTP/1.1", "HTTP/1.1 404 Not Found"), ("POST / HTTP/1.1", "HTTP/1.1 405"), ("", "HTTP/1.1 405"),
        ("GET /../secret HTTP/1.1", "HTTP/1.1 404 Not Found"),
        ("GET /%2e%2e/secret HTTP/1.1", "HTTP/1.1 404 Not Found"),
    ])
    func `answers for files of its folder alone`(_ request: String, _ beginning: String) throws {
        try withSite { server in
            let answer = String(decoding: server.answer(to: request + "\r\n\r\n"), as: UTF8.self)
            #expect(answer.hasPrefix(beginning), "\(answer)")
        }
    }

    @Test func `listens on this machine`() throws {
        try withSite { server in
            Thread.detachNewThread { server.answerNext() }
            let page = try Child.run("curl", ["--silent", "http://127.0.0.1:\(server.port)/page/a.svg"], in: here)
            #expect(page.output == "<svg/>")
        }
    }

    private func withSite(_ body: (SiteServer) throws -> Void) throws {
        try withFolder { folder in
            let page = folder.appending(path: "site/page")
            try FileManager.default.createDirectory(at: page, withIntermediateDirectories: true)
            try Data("<html/>".utf8).write(to: page.appending(path: "index.html"))
            try Data("<svg/>".utf8).write(to: page.appending(path: "a.svg"))
            try Data("secret".utf8).write(to: folder.appending(path: "secret"))
            try body(SiteServer(folder.appending(path: "site"), port: 0))
        }
    }
}
