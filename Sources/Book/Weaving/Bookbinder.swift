// From chapters to the finished book: run, weave, build the site, check its links, and only then put everything in
// place of the previous book.
//
//     Output/book/site/          the site: open it with `make serve`
//     Output/book/notebooks/     ch04.ipynb; ch04-predict.ipynb and .md without words and outputs
//     Output/book/runs/          what the chapters showed

import Board
import Common
import Foundation
import Notebook
import Questions

/// Makes the book.
public struct Bookbinder {
    let root: URL
    /// The book's folder.
    let out: URL
    let toolchain: Toolchain
    let runner: ChapterRunner
    /// The path that the site will have on its server.
    let basePath: String
    /// Tells the reader what is happening.
    let say: (String) -> Void

    public init(
        root: URL, out: URL, programs: URL, options: [String] = [], basePath: String = "/",
        say: @escaping (String) -> Void
    ) {
        (self.root, self.out, self.basePath, self.say) = (root, out, basePath, say)
        let toolchain = Toolchain(root: root, programs: programs)
        self.toolchain = toolchain
        runner = ChapterRunner(
            toolchain: toolchain, build: toolchain.build, runs: out.appending(path: "runs"), options: options)
    }

    /// Runs and weaves the chapters with these programs, all when empty. Others stay in the book as they last ran.
    /// - Throws: what keeps the book from being finished. The previous book is then still there.
    public func bind(_ programs: [String] = []) throws {
        try makeFolder(out)
        try withLock(on: out, busy: Refusal("another program is weaving the book in \(out.path); wait for its end")) {
            try bindAlone(programs)
        }
    }

    /// Writes a chapter as a blog post, as it last ran for the book; it is run if it has not, or has changed since.
    /// - Returns: the post's file.
    public func writePost(of name: String, into folder: URL, on day: PostDay) throws -> URL {
        try makeFolder(out)
        return try withLock(
            on: out, busy: Refusal("another program is weaving the book in \(out.path); wait for its end")
        ) {
            let folders = try ChapterSource.folders(root: root)
            let program = try Self.programs([name], of: folders)[0]
            let source = try ChapterSource(
                root: root, folder: folders.first { ChapterSource.program(of: $0) == program }!)
            return try woven(source, try runner.keptRun(of: source) ?? run(source)).writePost(into: folder, on: day)
        }
    }

    /// "4", "ch4" and "ch04" are ch04.
    private static func programs(_ names: [String], of folders: [String]) throws -> [String] {
        let all = folders.map(ChapterSource.program)
        let programs = names.map { name in
            let number = Int(name.trimmingPrefix("ch"))
            return all.first { number != nil && Int($0.dropFirst(2)) == number } ?? name
        }
        for program in programs where !all.contains(program) {
            throw Refusal("there is no chapter \(program); there are \(all.joined(separator: ", "))")
        }
        return programs
    }

    private func bindAlone(_ names: [String]) throws {
        let folders = try ChapterSource.folders(root: root)
        // A wrong name is refused before all pages are read, which takes seconds.
        let programs = try Self.programs(names, of: folders)
        let sources = try folders.map { try ChapterSource(root: root, folder: $0) }
        var book = WovenBook()
        book.sources = sources
        var leftOut: [ChapterSource] = []
        for source in sources {
            let isAsked = programs.isEmpty || programs.contains(source.program)
            if let report = try isAsked ? run(source) : runner.keptRun(of: source) {
                book.chapters.append(try woven(source, report))
            } else {
                leftOut.append(source)
            }
        }
        if !leftOut.isEmpty { say(words(on: leftOut)) }
        book.engine = try Engine(root: root, built: toolchain.isBuilt)
        try publish(book)
    }

    /// Which chapters the book leaves out, why, and what to do.
    private func words(on leftOut: [ChapterSource]) -> String {
        func list(_ sources: [ChapterSource]) -> String { sources.map(\.program).joined(separator: " ") }
        let (changed, new) = (leftOut.filter(runner.hasRun), leftOut.filter { !runner.hasRun($0) })
        return [
            new.isEmpty ? nil : "left out, because they have not run for this book yet: \(list(new))",
            changed.isEmpty ? nil : "left out, because files of theirs were saved after they ran: \(list(changed))",
            "to have them in it, too:  swift run book \(list(leftOut))",
        ].compactMap(\.self).joined(separator: "\n")
    }

    private func run(_ source: ChapterSource) throws -> Report {
        say("\(source.program): building and running")
        let report = try runner.run(source)
        let figures = report.outputs.count { $0.figureFile != nil }
        let outputs = "\(report.outputs.count) outputs, \(figures) of them figures"
        say("\(source.program): \(outputs), on \(report.data), in \(report.shownTime)")
        return report
    }

    private func woven(_ source: ChapterSource, _ report: Report) throws -> WovenChapter {
        let curriculum = try Curriculum(root: root)
        return try WovenChapter(
            source, report, figures: runner.folder(of: source), questions: questions(of: source),
            exercises: curriculum.chapters.first { $0.number == source.number }?.exercises ?? [])
    }

    /// A chapter may have no questions yet; one whose questions are wrong is an error.
    private func questions(of source: ChapterSource) throws -> [Question] {
        if Questionnaire.folder(ofChapter: source.number, in: root) == nil { return [] }
        return try Questionnaire(chapter: source.number, project: root).questions
    }
}

// MARK: What is written

extension Bookbinder {
    /// Makes notebooks and site, and puts them in the place of the old ones when both are complete.
    private func publish(_ book: WovenBook) throws {
        let work = unfinishedPlace(in: out)
        try makeFolder(work)
        defer { removeUnfinished(work) }
        let notebooks = work.appending(path: "notebooks")
        try writeNotebooks(of: book.chapters, to: notebooks)
        let site = try SiteBuilder(toolchain: toolchain, basePath: basePath).build(book, in: work)
        try replace(out.appending(path: "notebooks"), with: notebooks)
        try replace(out.appending(path: "site"), with: site)
        say("notebooks are in \(out.path)/notebooks")
        say("the site is in \(out.path)/site, every link in it checked; `make serve` shows it")
    }

    private func writeNotebooks(of chapters: [WovenChapter], to folder: URL) throws {
        try makeFolder(folder)
        for chapter in chapters {
            let name = chapter.name
            try writeWhole(chapter.notebook(), to: folder.appending(path: "\(name).ipynb"))
            try writeWhole(chapter.notebook(stripped: true), to: folder.appending(path: "\(name)-predict.ipynb"))
            try writeWhole(Data(chapter.strippedMarkdown.utf8), to: folder.appending(path: "\(name)-predict.md"))
        }
    }
}
