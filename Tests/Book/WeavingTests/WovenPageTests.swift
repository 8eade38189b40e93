// The small chapter, run, woven, and compared with the page that is kept. When the weaving is meant to change:
// `KEEP_WOVEN_PAGE=1 swift test --filter Weaving` writes the new page over the old one.

import Common
import Foundation
import Notebook
import TestSupport
import Testing

@testable import Weaving

@Suite struct `A woven page` {
    private let kept = here.deletingLastPathComponent().deletingLastPathComponent().appending(
        path: "Fixtures/Weaving/ch98-01-numbers.md")

    @Test func `is the page that is kept`() throws {
        let page = try withFolder { try wovenPage(seed: 21, out: $0) }
        if ProcessInfo.processInfo.environment["KEEP_WOVEN_PAGE"] != nil { try Data(page.utf8).write(to: kept) }
        #expect(page == (try String(contentsOf: kept, encoding: .utf8)))
    }

    @Test func `changes when an output does`() throws {
        let page = try withFolder { try wovenPage(seed: 22, out: $0) }
        let lines = Set(page.split(separator: "\n"))
        let before = Set(try String(contentsOf: kept, encoding: .utf8).split(separator: "\n"))
        #expect(lines.subtracting(before) == ["the seed, doubled: 44", "and again: [44, 88]"])
    }

    @Test func `has every output right under its statement`() throws {
        let cells = try withFolder { try doubling(out: $0).sections[0].page.cells }
        let shown = cells.map { cell in
            (cell.code.split(separator: "\n").last.map(String.init), cell.outputs.map(\.text))
        }
        #expect(shown[1].0 == "show(doubled, \"the seed, doubled\")" && shown[1].1 == ["42"])
        #expect(shown[2].0 == "    \"and again\")" && shown[2].1 == ["[42, 84]"])
        #expect(shown[3].0 == "}" && shown[3].1 == ["2", "4", "6"])
    }

    @Test func `shows what a hidden statement showed, but not the statement`() throws {
        let page = try withFolder { try wovenPage(seed: 21, out: $0) }
        #expect(page.contains("Which seeds are there?\n\n```\nThere are no others here.\n```\n\nLet three doubles"))
        #expect(!page.contains("run.dataFolder") && !page.contains("start < 0") && !page.contains("#hide"))
    }

    @Test func `whose source changed after the run is refused`() throws {
        try withFolder { out in
            let report = try doubling(out: out).report
            let source = try ChapterSource(folder: "98-Doubling", files: [("01-Numbers.swift", "let x = 1")])
            #expect(throws: Refusal.self) { try WovenChapter(source, report, figures: out) }
        }
    }

    /// The page without the day and the time of the run.
    private func wovenPage(seed: UInt64, out: URL) throws -> String {
        let page = try #require(doublingCatalog(seed: seed, out: out).articles["ch98-01-numbers"])
        return page.replacing(/\*Woven from .*\*/, with: "*Woven.*")
    }
}
