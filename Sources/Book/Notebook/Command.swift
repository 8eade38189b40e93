// The options that all chapter executables share. Whatever can be wrong with them is found here, before the run: a
// section that doesn't exist, a folder that isn't there, results that couldn't be written at the end.

import ArgumentParser
import Common
import Figures
import Foundation

/// Reads the number of `--seed`.
private func seedNumber(_ text: String) throws -> UInt64 {
    if let number = UInt64(text) { return number }
    throw ValidationError("a seed is a whole number from 0 to \(UInt64.max)")
}

/// A chapter as a program.
struct ChapterCommand<ChapterType: Chapter>: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: ChapterType.executableName,
            abstract: "Chapter \(ChapterType.number): \(ChapterType.title)",
            discussion: """
                Runs the chapter's sections in order, like the pages of a notebook. Data is looked for in --data DIR, \
                in $GROUNDUP_DATA and in the cache (~/.cache/groundup); where nothing is found, the chapter \
                generates a stand-in and says so.
                """ + ChapterType.ownOptions.map { "\n\n\($0)" }.joined(),
            version: "\(ChapterType.executableName), GroundUp 0.1")
    }

    @Flag(help: "List the sections and stop.")
    var list = false

    @Option(help: ArgumentHelp("Run only section K. May be given several times.", valueName: "K"))
    var section: [String] = []

    @Option(help: ArgumentHelp("The folder that holds data sets by name, unpacked or as archives.", valueName: "DIR"))
    var data: String?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("The seed of all randomness: same seed, same numbers.", valueName: "N"),
        transform: seedNumber)
    var seed: UInt64 = 42

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "Train over N seeds where chance decides. (default: what each page needs to say something)", valueName: "N")
    )
    var seeds: Int?

    @Flag(help: "Run every line at the smallest size, in seconds. The numbers will not be good.")
    var quick = false

    @Flag(help: "Use the book's own sizes and epochs, however long they take.")
    var full = false

    @Flag(help: "Pause before marked values and take your guess first.")
    var predict = false

    @Option(
        help: ArgumentHelp("The folder for figures. (default: Output/\(ChapterType.executableName))", valueName: "DIR"))
    var out: String?

    @Option(help: ArgumentHelp("Write all recorded numbers to FILE as JSON, once the run is over.", valueName: "FILE"))
    var results: String?

    @Option(help: ArgumentHelp("Write everything shown to FILE as JSON, for the woven book.", valueName: "FILE"))
    var outputs: String?

    @Flag(help: "Print nothing but the closing table.")
    var quiet = false
}

// MARK: Checking

extension ChapterCommand {
    func validate() throws {
        do {
            try checkNames()
            _ = try Run.chosen(sections(), of: ChapterType.self)
            try checkData()
            try checkPredict()
            try checkSize()
            if list { return }
            try checkWritable(folder: outFolder, option: "--out")
            try check(results, option: "--results")
            try check(outputs, option: "--outputs")
            try checkFilesDiffer()
        } catch let error as Refusal {
            throw ValidationError(error.description)
        }
    }

    /// The numbers of the sections. Section 4.8 of chapter 4 is section 8.
    private func sections() throws -> [Int] {
        try section.map { text in
            let own = "\(ChapterType.number)."
            let number = text.hasPrefix(own) ? text.dropFirst(own.count) : text[...]
            if let number = Int(number) { return number }
            throw Refusal(
                "--section \(text): name a section by its number; chapter \(ChapterType.number) has sections "
                    + "1 to \(ChapterType.sections.count)")
        }
    }

    private func checkNames() throws {
        for (option, name) in [("--data", data), ("--out", out), ("--results", results), ("--outputs", outputs)]
        where name?.isEmpty == true {
            throw Refusal("\(option) \"\": the name is empty")
        }
    }

    private func checkFilesDiffer() throws {
        guard let results, let outputs else { return }
        if fileURL(results).resolvingSymlinksInPath() == fileURL(outputs).resolvingSymlinksInPath() {
            throw Refusal("--results and --outputs name the same file, \(results): name two")
        }
    }

    private func checkData() throws {
        guard let data else { return }
        let folder = fileURL(data)
        if isFolder(folder) { return }
        let isFile = FileManager.default.fileExists(atPath: folder.path)
        let problem = isFile ? "this is a file; name the folder that holds the data sets" : "there is no such folder"
        throw Refusal("--data \(data): \(problem)")
    }

    /// Results and outputs may go beside the figures, into a folder that the run will make.
    private func check(_ path: String?, option: String) throws {
        guard let path else { return }
        let file = fileURL(path).resolvingSymlinksInPath()
        let isBesideFigures = file.deletingLastPathComponent().path == outFolder.path
        if isBesideFigures, !isFolder(outFolder) { return }
        try checkWritable(file: file, option: option)
    }

    private func checkPredict() throws {
        if predict, quiet { throw Refusal("--predict asks questions; it cannot be combined with --quiet") }
        if predict, !isTerminal(STDIN_FILENO) {
            throw Refusal("--predict takes your guesses from a terminal, and standard input is not one")
        }
    }

    private func checkSize() throws {
        if let seeds, seeds < 1 { throw Refusal("--seeds \(seeds): there is nothing to run over; at least 1") }
        if let seeds, seeds > 10_000 { throw Refusal("--seeds \(seeds): that would never end; at most 10,000") }
        if quick, full { throw Refusal("--quick asks for the smallest size and --full for the largest; use one") }
    }

    private var size: RunSize { quick ? .quick : full ? .full : .usual }

    private var outFolder: URL { fileURL(out ?? "Output/\(ChapterType.executableName)") }

    private func fileURL(_ path: String) -> URL {
        URL(fileURLWithPath: (path as NSString).expandingTildeInPath).standardizedFileURL
    }
}

// MARK: Running

extension ChapterCommand {
    func run() throws {
        if list { return Console.standard.say(ChapterType.listing) }
        let run = makeRun()
        var areWritten = false
        do {
            try run.perform(ChapterType.self, sections: sections())
            sayClosing(of: run)
            try write(
                Data(resultsJSON(of: run, chapter: ChapterType.number).utf8), to: self.results, option: "--results",
                of: run)
            areWritten = true
            try write(Report(run, of: ChapterType.self).json(), to: outputs, option: "--outputs", of: run)
        } catch {
            warn("\(ChapterType.executableName): \(sentence(for: error))")
            if let results, !areWritten {
                warn("\(ChapterType.executableName): no results were written to \(results)")
            }
            throw ExitCode.failure
        }
    }

    private func makeRun() -> Run {
        var options = RunOptions()
        options.dataFolder = data.map(fileURL)
        (options.seed, options.size, options.seedCount) = (seed, size, seeds)
        return Run(
            options, console: quiet ? .silent : .standard, figures: FigureFolder(url: outFolder),
            predictor: predict ? .standard : nil)
    }

    private func sayClosing(of run: Run) {
        if let predictions = run.predictionSummary(chapter: ChapterType.number) { run.console.say("\n" + predictions) }
        run.console.heading("Results")
        Console.standard.say(run.closingText)
        run.console.say("\n" + run.footer)
    }

    private func write(_ data: Data, to path: String?, option: String, of run: Run) throws {
        guard let path else { return }
        // A link stays, and the file that it leads to is written.
        let file = fileURL(path).resolvingSymlinksInPath()
        do {
            try makeFolder(file.deletingLastPathComponent())
            try writeWhole(data, to: file)
        } catch {
            throw Refusal("\(option): \(sentence(for: error))")
        }
        run.console.say("\(option.dropFirst(2)) in \(path)")
    }
}
