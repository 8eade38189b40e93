import Common
import Figures
import Foundation
import Testing

@testable import Notebook

@Suite struct `What the reader sees` {
    @Test func `plain output has no escape codes and no carriage returns`() throws {
        let transcript = Transcript()
        _ = try Run.capture(Tiny.self, console: transcript.console)
        #expect(!transcript.text.contains("\u{1B}") && !transcript.text.contains("\r"))
    }

    @Test func `headings carry the numbers of chapter and section`() throws {
        let transcript = Transcript()
        _ = try Run.capture(Tiny.self, console: transcript.console)
        #expect(transcript.text.contains("\nSection 4.1 · Pixels\n────────────────────\n"))
    }

    @Test func `a tool has titles without numbers, also where it fails`() {
        let transcript = Transcript()
        let error = #expect(throws: Refusal.self) { try Run.capture(Dusting.self, console: transcript.console) }
        #expect(transcript.text.hasPrefix("Dusting a shelf\ndata: "))
        #expect(transcript.text.contains("\nDusting\n───────\n") && !transcript.text.contains("ection"))
        #expect(error?.description == "there is no shelf")
    }

    @Test func `the header names chapter, data and seed`() throws {
        let transcript = Transcript()
        _ = try Run.capture(Tiny.self, console: transcript.console)
        #expect(
            transcript.text.hasPrefix(
                "Chapter 4 · A tiny chapter\ndata: generated digits · seed 42 · usual size, about 2.0 s · figures"))
    }

    @Test func `the header of one section says that the time is that of the whole chapter`() throws {
        let transcript = Transcript()
        _ = try Run.capture(Tiny.self, sections: [2], console: transcript.console)
        #expect(transcript.text.contains("usual size, the whole chapter about 2.0 s · figures"))
    }

    @Test func `a caption comes before a short text and above a long one`() {
        #expect(Console.silent.layout("[3]", "shape") == "shape: [3]")
        #expect(Console.silent.layout("a\nb", "rows") == "rows:\na\nb")
        #expect(Console.silent.layout("a", "") == "a")
    }

    @Test func `prose is broken between words`() {
        let lines = Console.silent.wrapped(String(repeating: "word ", count: 50)).split(separator: "\n")
        #expect(lines.count == 3)
        #expect(lines.allSatisfy { $0.count <= 100 })
        #expect(Console.silent.wrapped("  short\n\nlines stay") == "  short\n\nlines stay")
    }

    @Test func `a terminal gets bold headings and colours`() {
        let transcript = Transcript()
        let console = terminal(transcript)
        console.heading("4.1 Pixels")
        #expect(transcript.text.contains("\u{1B}[1m4.1 Pixels\u{1B}[0m"))
    }

    @Test func `a line takes the place of the progress bar`() {
        let transcript = Transcript()
        let console = terminal(transcript)
        console.draw(bar: "half")
        console.say("line")
        #expect(transcript.text == "\rhalf\u{1B}[K\r\u{1B}[Kline\n")
    }

    func terminal(_ transcript: Transcript) -> Console {
        Console(
            style: TerminalStyle(width: 80, colour: .truecolour), drawsBars: true,
            output: transcript.append, errors: transcript.append)
    }
}

@Suite struct `Progress and streaming tables` {
    @Test func `the bar shows the share and the time left`() {
        let line = ProgressBar("Reading", 200, on: .silent).line(done: 50, after: .seconds(2))
        #expect(line == "Reading  ██████░░░░░░░░░░░░░░░░░░  25 %  6.0 s left")
    }

    @Test(arguments: [(0, 0, "100 %"), (10, 20, "100 %"), (10, -5, "0 %")])
    func `odd totals don't break the bar`(_ total: Int, _ done: Int, _ expected: String) {
        #expect(ProgressBar("x", total, on: .silent).line(done: done, after: .seconds(1)).hasSuffix(expected))
    }

    @Test func `progress returns what its work returns`() {
        #expect(progress("x", 3) { $0.total + 4 } == 7)
    }

    @Test(arguments: [(0.04, "0.0 s"), (9.96, "10 s"), (59.7, "1 min 00 s"), (125, "2 min 05 s"), (7800, "2 h 10 min")])
    func `durations read well`(_ seconds: Double, _ expected: String) {
        #expect(readable(.seconds(seconds)) == expected)
    }

    @Test func `a streaming table is one output that grows`() throws {
        let table = try Run.capture(Tiny.self, sections: [2]).outputs[0]
        #expect(table.kind == .table)
        #expect(table.text == "   epoch  train_loss\n       0         0.5")
        #expect(table.table == TableData(titles: ["epoch", "train_loss"], rows: [["0", "0.5"]]))
        #expect(table.table?.columns.map(\.isNumeric) == [true, true])
    }

    @Test func `its rows are printed as they come`() throws {
        let transcript = Transcript()
        _ = try Run.capture(Tiny.self, sections: [2], console: transcript.console)
        #expect(transcript.text.contains("   epoch  train_loss\n       0         0.5\n"))
    }
}
