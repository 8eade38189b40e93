import Common
import Foundation
import TestSupport
import Testing

@testable import Notebook

// Each test runs a chapter as a program of its own, with its options, and looks at what it said and how it ended.

@Suite struct `The options of a chapter` {
    @Test func `--list shows the sections and loads nothing`() async {
        let result = await #expect(processExitsWith: .success, observing: [\.standardOutputContent]) {
            Unloadable.main(["--list"])
        }
        #expect(output(of: result).contains("Chapter 5 · Not to be touched\n  Section 5.1 · Only\n"))
    }

    @Test func `--section 99 names the valid range and leaves nothing behind`() async {
        let folder = freshFolder().path
        let result = await #expect(processExitsWith: .exitCode(64), observing: [\.standardErrorContent]) {
            [folder = folder as String] in
            Tiny.main(["--section", "99", "--out", folder])
        }
        #expect(errors(of: result).contains("--section 99: chapter 4 has sections 1 to 2"))
        #expect(!FileManager.default.fileExists(atPath: folder))
    }

    @Test func `--section may be given several times`() async {
        let folder = freshFolder()
        defer { try? FileManager.default.removeItem(at: folder) }
        await #expect(processExitsWith: .success) { [path = folder.path as String] in
            Tiny.main(["--section", "2", "--section", "1", "--out", path])
        }
        #expect(files(in: folder).count == 3)
    }

    @Test func `--data with a missing folder is refused`() async {
        let result = await #expect(processExitsWith: .exitCode(64), observing: [\.standardErrorContent]) {
            Unloadable.main(["--data", "/no/such/folder"])
        }
        #expect(errors(of: result).contains("--data /no/such/folder: there is no such folder"))
    }

    @Test func `--seeds 0 has nothing to run over`() async {
        let result = await #expect(processExitsWith: .exitCode(64), observing: [\.standardErrorContent]) {
            Unloadable.main(["--seeds", "0"])
        }
        #expect(errors(of: result).contains("--seeds 0: there is nothing to run over; at least 1"))
    }

    @Test(arguments: [
        (["--seed", "-1"], "a seed is a whole number from 0 to 18446744073709551615"),
        (["--seeds", "-1"], "--seeds -1: there is nothing to run over; at least 1"),
        (["--data", ""], "--data \"\": the name is empty"), (["--out", ""], "--out \"\": the name is empty"),
        (["--results", ""], "--results \"\": the name is empty"),
        (["--section", "x"], "--section x: name a section by its number; chapter 5 has sections 1 to 1"),
        (["--section", "5.2"], "--section 2: chapter 5 has sections 1 to 1"),
        (["--results", "/tmp/f", "--outputs", "/tmp/./f"], "--results and --outputs name the same file, /tmp/f"),
    ])
    func `are refused by name`(_ arguments: [String], _ words: String) async {
        let result = await #expect(processExitsWith: .exitCode(64), observing: [\.standardErrorContent]) {
            [arguments = arguments as [String]] in
            Unloadable.main(arguments)
        }
        #expect(errors(of: result).contains(words))
    }

    @Test func `more seeds than anybody can wait for are refused`() async {
        let result = await #expect(processExitsWith: .exitCode(64), observing: [\.standardErrorContent]) {
            Unloadable.main(["--seeds", "9223372036854775807"])
        }
        #expect(errors(of: result).contains("--seeds 9223372036854775807: that would never end; at most 10,000"))
    }

    @Test(arguments: ["--results", "--outputs"]) func `a pipe is not replaced by a file`(_ option: String) throws {
        try withFolder { folder in
            let pipe = folder.appending(path: "pipe")
            #expect(mkfifo(pipe.path, 0o600) == 0)
            let error = #expect(throws: Refusal.self) { try checkWritable(file: pipe, option: option) }
            #expect(error?.description == "\(option) \(pipe.path): this is a device or a pipe, not a file")
        }
    }

    @Test func `results go to the file that a link leads to, and the link stays`() async throws {
        let folder = freshFolder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let (link, target) = (folder.appending(path: "link.json"), folder.appending(path: "target.json"))
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data().write(to: target)
        try FileManager.default.createSymbolicLink(at: link, withDestinationURL: target)
        await #expect(processExitsWith: .success) { [link = link.path as String, out = folder.path as String] in
            Tiny.main(["--quiet", "--out", out, "--results", link])
        }
        #expect(try String(contentsOf: target, encoding: .utf8).contains("results"))
        #expect((try? FileManager.default.destinationOfSymbolicLink(atPath: link.path)) == target.path)
    }

    @Test func `--quick and --full exclude each other`() async {
        let result = await #expect(processExitsWith: .exitCode(64), observing: [\.standardErrorContent]) {
            Unloadable.main(["--quick", "--full"])
        }
        #expect(errors(of: result).contains("--quick asks for the smallest size and --full for the largest; use one"))
    }

    @Test func `an unknown option is refused`() async {
        let result = await #expect(processExitsWith: .exitCode(64), observing: [\.standardErrorContent]) {
            Unloadable.main(["--sections"])
        }
        #expect(errors(of: result).contains("Unknown option '--sections'"))
    }

    @Test func `--results in a missing folder is refused before the run`() async {
        let result = await #expect(processExitsWith: .exitCode(64), observing: [\.standardErrorContent]) {
            Unloadable.main(["--results", "/no/such/results.json"])
        }
        #expect(errors(of: result).contains("there is no folder /no/such"))
    }

    @Test func `--out on a file is refused before the run`() async {
        let result = await #expect(processExitsWith: .exitCode(64), observing: [\.standardErrorContent]) {
            Unloadable.main(["--out", #filePath])
        }
        #expect(errors(of: result).contains("is not a folder"))
    }

    @Test func `--results writes the records, and --quiet prints the closing table alone`() async throws {
        let folder = try madeFolder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let result = await #expect(processExitsWith: .success, observing: [\.standardOutputContent]) {
            [path = folder.path as String] in
            Tiny.main(["--quiet", "--out", path + "/out", "--results", path + "/results.json"])
        }
        #expect(!output(of: result).contains("Section 4.1"))
        #expect(output(of: result).contains("Measured on generated digits"))
        #expect(files(in: folder) == ["out", "results.json"])
    }

    @Test func `results may go beside the figures`() async {
        let folder = freshFolder()
        defer { try? FileManager.default.removeItem(at: folder) }
        await #expect(processExitsWith: .success) { [path = folder.path as String] in
            Tiny.main(["--section", "2", "--out", path, "--results", path + "/results.json"])
        }
        #expect(files(in: folder) == ["02-01-loss.svg", "results.json"])
    }

    @Test func `a section that fails is named, and leaves figures but no results`() async throws {
        let folder = try madeFolder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let result = await #expect(processExitsWith: .exitCode(1), observing: [\.standardErrorContent]) {
            [path = folder.path as String] in
            Failing.main(["--out", path + "/out", "--results", path + "/results.json"])
        }
        #expect(errors(of: result).contains(#"ch17: section 2, "Bad": digits.png: this is not a PNG file"#))
        #expect(files(in: folder) == ["out"])
    }

    @Test func `--predict needs a terminal`() async {
        let result = await #expect(processExitsWith: .exitCode(64), observing: [\.standardErrorContent]) {
            let nothing = open("/dev/null", O_RDONLY)
            dup2(nothing, STDIN_FILENO)
            Unloadable.main(["--predict"])
        }
        #expect(errors(of: result).contains("--predict takes your guesses from a terminal"))
    }

    @Test func `seed and size reach the run and are printed`() async {
        let folder = freshFolder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let result = await #expect(processExitsWith: .success, observing: [\.standardOutputContent]) {
            [path = folder.path as String] in
            Tiny.main(["--seed", "7", "--full", "--out", path])
        }
        #expect(output(of: result).contains("seed 7 · full size: the book's own, about 1 min 30 s ·"))
        #expect(!output(of: result).contains("\u{1B}"))
    }

    @Test func `without --out figures go to a folder of the chapter's`() {
        #expect(Tiny.executableName == "ch04" && Failing.executableName == "ch17")
    }

    func madeFolder() throws -> URL {
        let folder = freshFolder()
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        return folder
    }
}

func output(of result: ExitTest.Result?) -> String {
    String(decoding: result?.standardOutputContent ?? [], as: UTF8.self)
}

func errors(of result: ExitTest.Result?) -> String {
    String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
}
