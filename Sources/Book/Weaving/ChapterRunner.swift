// Nothing is woven that did not run. A chapter is its own program; what it shows comes back in a file. So `book` knows
// no chapter by name, and one that is added tomorrow is woven because its folder is there.

import Common
import Foundation
import Notebook

/// Runs chapters for the book, and keeps what came out.
struct ChapterRunner {
    let toolchain: Toolchain
    /// Brings a program up to date.
    let build: (_ program: String) throws -> Void
    /// A folder per chapter, with the outputs and figures of its last good run.
    let runs: URL
    /// Passed on to the chapters: `--data DIR --seed N`.
    let options: [String]

    /// Builds and runs a chapter.
    /// - Throws: `Refusal` with the chapter's own message when it fails; the run before is kept then.
    func run(_ source: ChapterSource) throws -> Report {
        let program = source.program
        try build(program)
        try makeFolder(runs)
        let new = unfinishedPlace(in: runs)
        try makeFolder(new)
        defer { removeUnfinished(new) }
        let outputs = new.appending(path: Self.outputs)
        let child = try Child.run(
            toolchain.programs.appending(path: program),
            ["--quiet", "--out", new.path, "--outputs", outputs.path] + options, in: toolchain.root)
        guard child.succeeded else { throw Refusal("\(program) failed, and is not woven:\n\(child.errors)") }
        let report = try Report(contentsOf: outputs)
        try replace(folder(of: source), with: new)
        return report
    }

    /// The last good run of a chapter; nil when there is none, or the chapter has changed since.
    func keptRun(of source: ChapterSource) throws -> Report? {
        try takeBack(folder(of: source))
        let file = folder(of: source).appending(path: Self.outputs)
        guard FileManager.default.fileExists(atPath: file.path) else { return nil }
        let report = try Report(contentsOf: file)
        let changes = try changes(in: toolchain.root.appending(path: "Chapters/\(source.folder)"))
        return changes.allSatisfy { $0 < report.began } ? report : nil
    }

    /// Whether there is a good run of a chapter, of whichever pages.
    func hasRun(_ source: ChapterSource) -> Bool {
        FileManager.default.fileExists(atPath: folder(of: source).appending(path: Self.outputs).path)
    }

    func folder(of source: ChapterSource) -> URL { runs.appending(path: source.program) }

    private static let outputs = "outputs.json"

    /// When each page was last written to.
    private func changes(in folder: URL) throws -> [Date] {
        let key = URLResourceKey.contentModificationDateKey
        let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: [key])
        return try files.filter { $0.pathExtension == "swift" }
            .compactMap { try $0.resourceValues(forKeys: [key]).contentModificationDate }
    }
}
